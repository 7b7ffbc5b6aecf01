"""Career ladders in Sphinx: the directive ``career-ladder``.

    .. career-ladder:: product
       :start: quiz

HTML pages get the widget. Other builders get a link to the page of the ladder.
"""

import json
from html import escape
from urllib.parse import urljoin

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri


# Options that become attributes of the element.
ATTRIBUTES = ["start", "loading", "theme", "lang", "dir", "seed", "storage", "share-url", "assets"]


class career_ladder(nodes.General, nodes.Element):
    """The widget. Its children are what builders other than HTML write."""


class CareerLadder(SphinxDirective):
    """The directive.

    Its argument is a bundled ladder, "product" if there is none. Its content goes into the element: a ladder of your own
    as JSON, or HTML such as a form with slot="result".
    """

    optional_arguments = 1
    has_content = True
    option_spec = dict.fromkeys(ATTRIBUTES, directives.unchanged_required) | {
        "src": directives.unchanged_required,
        "debug": directives.flag,
        "host": directives.unchanged_required,
        "link": directives.unchanged_required,
        "text": directives.unchanged_required,
    }

    def run(self):
        """Makes the node of the widget."""
        content = "\n".join(self.content).strip()
        if content.startswith("{"):
            content = self.own_ladder(content)
            is_bundled = False
        else:
            is_bundled = "src" not in self.options
        ladder = self.arguments[0] if self.arguments else "product"
        attributes = {name: self.options[name] for name in ATTRIBUTES if name in self.options}
        if is_bundled:
            attributes["ladder"] = ladder
        if "debug" in self.options:
            attributes["debug"] = "debug"
        text = self.options.get("text", "Find your career stage")
        node = career_ladder(
            "",
            attributes=attributes,
            src=self.options.get("src"),
            host=self.options.get("host", self.config.career_ladder_host),
            link=self.options.get("link"),
            ladder=ladder,
            text=text,
            content=content,
        )
        node += nodes.paragraph("", "", self.link_elsewhere(node))
        self.set_source_info(node)
        return [node]

    def own_ladder(self, text):
        """A ladder of your own, as a script inside the element."""
        try:
            ladder = json.loads(text)
        except ValueError as problem:
            raise self.error(f"the ladder is not JSON: {problem}") from problem
        # "</script>" would end the script.
        return '<script type="application/json">' + json.dumps(ladder).replace("<", "\\u003c") + "</script>"

    def link_elsewhere(self, node):
        """The link for a PDF or an e-book, which needs an absolute address; else its text."""
        address = urljoin(self.config.html_baseurl, link_to(node, node["host"]))
        if "://" not in address:
            return nodes.Text(node["text"])
        return nodes.reference("", node["text"], refuri=address)


def link_to(node, host):
    """The address of the fallback link."""
    return node["link"] or f"{host.rstrip('/')}/{node['ladder']}/"


def visit_html(self, node):
    """Writes the element, and the script beside it; a page may load the script several times."""
    if self.builder.name == "epub":
        # Readers of e-books run no scripts. The children follow, with the link.
        return

    def from_page(address):
        # Addresses without a slash in front are relative to the site, as in html_static_path.
        if not address or "://" in address or address.startswith("/"):
            return address
        return relative_uri(self.builder.get_target_uri(self.docnames[-1]), address)

    host = from_page(node["host"]).rstrip("/")
    attributes = dict(node["attributes"])
    if node["src"]:
        attributes["src"] = from_page(node["src"])
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    self.body.append(
        f'<career-ladder{written} style="display:block;min-height:560px">'
        f'<a href="{escape(link_to(node, host))}">{escape(node["text"])}</a>{node["content"]}</career-ladder>\n'
        f'<script async="async" crossorigin="anonymous" src="{escape(host)}/career-ladder.js"></script>\n'
    )
    raise nodes.SkipNode


def visit_text(self, node):
    """Writes the address too, since a text has no links."""
    for reference in list(node.findall(nodes.reference)):
        reference += nodes.Text(f" <{reference['refuri']}>")


def pass_by(self, node):
    """The children of the node are written, and nothing else."""


def setup(app):
    """Called by Sphinx."""
    # The folder with career-ladder.js: relative to the built site, or an address.
    app.add_config_value("career_ladder_host", "_static/career-ladder", "env", [str])
    app.add_directive("career-ladder", CareerLadder)
    other = (pass_by, pass_by)
    app.add_node(
        career_ladder,
        html=(visit_html, pass_by),
        text=(visit_text, pass_by),
        latex=other,
        man=other,
        texinfo=other,
        gettext=other,
    )
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
