"""Career ladders in MkDocs: a hook that replaces {{ career_ladder("product") }} in a page.

mkdocs.yml names it:

    hooks:
      - career_ladder.py

With the plugin mkdocs-macros the same file can be its module instead; it makes `career_ladder` a macro.
"""

import ast
import logging
import re
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.utils import get_relative_url

log = logging.getLogger("mkdocs.plugins.career_ladder")

# The folder in docs/ with career-ladder.js.
FOLDER = "career-ladder"

# A fenced block of code, which stays as it is, or a call at the beginning of a line.
CALL = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,}).*?^ {0,3}(?P=fence)|^\{\{\s*career_ladder\((?P<arguments>.*?)\)\s*\}\}[ \t]*$",
    re.DOTALL | re.MULTILINE,
)


def career_ladder(
    ladder=None, *, page, config, host=None, link=None, text="Find your career stage", include=None, **attributes
):
    """The HTML of a widget.

    `ladder` is a bundled ladder, "product" if there is no `src`. `src` is the address of a ladder of your own, relative
    to docs/. `host` is the address of the folder with career-ladder.js. `link` is where the fallback link leads, and
    `text` what it says. `include` is a file beside mkdocs.yml with HTML for inside the element, such as a form with
    slot="result". All other arguments become attributes, with "-" for "_".
    """
    if host is None:
        host = get_relative_url(FOLDER, page.url)
    host = host.rstrip("/")
    src = attributes.get("src")
    if src is None:
        ladder = ladder or "product"
        attributes["ladder"] = ladder
    elif not re.match(r"[a-z]+:|/", src):
        attributes["src"] = get_relative_url(src, page.url)
        # Material's instant navigation takes every relative `src` of a page that it swaps in for that of an image.
        if "navigation.instant" in config.theme.get("features", []):
            attributes["src"] = urljoin(page.canonical_url or "", attributes["src"])
    if link is None:
        link = f"{host}/{ladder or 'product'}/"
    content = ""
    if include:
        content = (Path(config.config_file_path).parent / include).read_text("utf-8")
    written = "".join(
        f' {name.replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value not in (None, False)
    )
    # The line <div> makes Markdown leave alone what follows, up to the line </div>.
    return f"""
<div>
<career-ladder{written} style="display:block;min-height:560px"><a href="{escape(link)}">{escape(text)}</a>{content}</career-ladder>
<script async="async" crossorigin="anonymous" src="{escape(host)}/career-ladder.js"></script>
</div>
"""


def on_page_markdown(markdown, page, config, **_):
    """Called by MkDocs with the text of every page."""

    def replace(match):
        if match["fence"]:
            return match[0]
        try:
            call = ast.parse(f"career_ladder({match['arguments']})", mode="eval").body
            values = [ast.literal_eval(value) for value in call.args]
            named = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
            return career_ladder(*values, page=page, config=config, **named)
        except (OSError, SyntaxError, TypeError, ValueError) as error:
            log.warning("%s: %s: %s", page.file.src_uri, match[0], error)
            return match[0]

    return CALL.sub(replace, markdown)


def define_env(env):
    """Called by the plugin mkdocs-macros."""

    @env.macro
    def career_ladder(*values, **named):
        return globals()["career_ladder"](*values, page=env.page, config=env.conf, **named)
