// A post with the examples of the README, rendered by markdown-it and marked. `tests/markdown.mjs` compares the
// elements that more processors make; here a browser does the quizzes.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { row } from "../lib/rows.mjs";
import { EXAMPLES } from "./examples.mjs";
import { NPM_PROCESSORS } from "./processors.mjs";

/** @import { Context } from "../run.mjs" */

/** Those that change most. */
const PROCESSORS = ["markdown-it with line breaks and found addresses", "marked with its typographer"];

/** The examples whose widgets have the quiz, and the script of the site owner. The others show small ladders. */
const WITH_QUIZ = EXAMPLES.filter((example) => !/"my-ladder.json"|"tiny"/.test(example));

export default {
  name: "Markdown",
  inCi: true,

  /** @param {Context} context */
  async test({ work, packages, serve, openPage, clickThrough }) {
    const withEmptyLine = EXAMPLES.filter((example) => /^\s*$/m.test(example.trimEnd()));
    assert.deepEqual(withEmptyLine, [], "an example has an empty line");
    cpSync(packages.selfHosted, join(work, "career-ladder"), { recursive: true });
    const server = await serve(work);
    const rows = [];
    for (const name of PROCESSORS) {
      const path = `${name.split(" ")[0]}/`;
      mkdirSync(join(work, path));
      writeFileSync(join(work, path, "index.html"), page(NPM_PROCESSORS[name](post("../career-ladder/"))));
      rows.push(
        await row(name, async () => {
          const page = await openPage(server.url + path);
          const widgets = WITH_QUIZ.filter((example) => /<career-ladder|data-ladder/.test(example)).length;
          await clickThrough(page, { widgets });
          await clickThrough(page, { frame: page.frameLocator("iframe") });
          assert.ok(await page.getByRole("button", { name: "Subscribe" }).isVisible(), "the form does not show");
          const heading = page.getByRole("heading", { name: "How we grow at Example" });
          assert.ok(await heading.isVisible(), "the post's own ladder does not show");
          assert.equal(await page.evaluate("reports.length"), widgets + 1, "not every result was reported");
          await page.context().close();
          return `${widgets} widgets and a frame`;
        }),
      );
    }
    await server.close();
    return rows;
  },
};

/**
 * The post, in Markdown.
 * @param {string} host where the widget's files are
 */
function post(host) {
  const paragraphs = WITH_QUIZ.map((example, index) => `It's example ${index} -- a "quoted" one.\n\n${example}`);
  return `# A post\n\n${paragraphs.join("\n")}\nThe end.\n`.replaceAll("https://HOST/", host);
}

/**
 * A page around the post, with the service that the example for analytics calls.
 * @param {string} post
 */
function page(post) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A post</title>
<script>const reports = []; const analytics = { track: (...report) => reports.push(report) };</script>
${post}</html>
`;
}
