// Puts cards and a theme through the libraries of Ghost 6: posts on the web, letters, and pages of the theme.

import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFallback } from "../lib/fallback.mjs";
import { nodeProgram } from "../lib/node.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

/** Of the versions that Ghost 6.65 has, where the registry has them. */
const PACKAGES = [
  "@tryghost/html-to-plaintext@1.0.12",
  "@tryghost/kg-default-nodes@2.2.1",
  "@tryghost/kg-lexical-html-renderer@1.5.1",
  "cheerio@1.2.0",
  "express-hbs@2.5.0",
  "gscan@6.6.1",
  "juice@11.1.1",
];
const OWN_TITLE = 'How we grow -- at "Example"';
/** Pixels: the least height of a letter that reserves the widget's space, though it shows none. */
const RESERVED = 560;

const here = import.meta.dirname;

export default {
  name: "Ghost",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run, serve, npmInstall } = context;
    cpSync(join(here, "site"), work, { recursive: true });
    cpSync(join(here, "partials"), join(work, "theme/partials"), { recursive: true });
    for (const file of ["render.mjs", "html-card.html", "html-card-with-theme.html"]) {
      copyFileSync(join(here, file), join(work, file));
    }
    cpSync(packages.selfHosted, join(work, "theme/assets/career-ladder"), { recursive: true });
    await npmInstall(work, PACKAGES);
    const out = join(work, "out");
    mkdirSync(out);
    const host = await serve(packages.selfHosted);
    const node = await nodeProgram(context, 22, 13);
    await run(node, ["render.mjs", out, host.url.replace(/\/$/, "")], { cwd: work });
    // Ghost serves the theme's `assets` beside the pages.
    cpSync(join(work, "theme/assets"), join(out, "web/assets"), { recursive: true });
    const site = await serve(join(out, "web"));
    try {
      return await checks(context, site.url, out);
    } finally {
      await site.close();
      await host.close();
    }
  },
};

/**
 * @param {Context} context
 * @param {string} url of the posts
 * @param {string} out
 */
async function checks({ work, openPage, clickThrough, serve }, url, out) {
  const toIndex = { to: /\/assets\/career-ladder\/product\/index\.html$/ };
  const toPage = { to: /\/product\/$/ };
  return [
    await row("HTML card", async () => {
      const page = await openPage(`${url}html-card/`);
      await clickThrough(page);
      await page.screenshot({ path: join(work, "html-card.png"), fullPage: true });
      await checkFallback(openPage, `${url}html-card/`, toPage);
      const own = await openPage(`${url}own-ladder/`);
      await own.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
      await clickThrough(own);
      await own.getByRole("button", { name: "Subscribe" }).waitFor();
      return "nothing is changed; also with an own ladder and a form inside";
    }),
    await row("Markdown card", async () => {
      await clickThrough(await openPage(`${url}markdown-card/`));
      await checkFallback(openPage, `${url}markdown-card/`, toPage);
      return "in a paragraph";
    }),
    await row("HTML card, script in the theme", async () => {
      await clickThrough(await openPage(`${url}card-with-theme/`));
      await checkFallback(openPage, `${url}card-with-theme/`, toIndex);
    }),
    await row("partial of the theme", async () => {
      const page = await openPage(`${url}theme/`);
      const second = page.locator("career-ladder").nth(1);
      assert.equal(await second.locator("> a").textContent(), 'Find "your" <stage>');
      await clickThrough(page, { widgets: 2 });
      await page.screenshot({ path: join(work, "theme.png"), fullPage: true });
      await checkFallback(openPage, `${url}theme/`, toIndex);
      const form = await openPage(`${url}form/`);
      await clickThrough(form);
      await form.getByRole("button", { name: "Subscribe" }).waitFor();
      assert.equal(readFileSync(join(out, "gscan.json"), "utf8"), "[]");
      return "gscan finds no error";
    }),
    await row("e-mail", async () => {
      const { url, close } = await serve(out);
      for (const name of ["html-card", "own-ladder", "markdown-card", "card-with-theme"]) {
        // A mail program that keeps unknown elements, one that drops them, and one without HTML.
        for (const kind of ["sent", "read"]) {
          const page = await openPage(`${url}${kind}/${name}/`, { javaScriptEnabled: false });
          assert.ok(await page.getByRole("link", { name: "Find your career stage" }).isVisible());
          assert.doesNotMatch(await page.locator("body").innerText(), /format|script/);
          const { height } = /** @type {any} */ (await page.locator("body").boundingBox());
          assert.equal(height >= RESERVED, kind === "sent" && name !== "card-with-theme", `${kind}/${name}: ${height} px`);
        }
        const text = readFileSync(join(out, "text", name, "index.html"), "utf8");
        assert.match(text, /Find your career stage \[http\S+\]/);
        assert.doesNotMatch(text, /format|script/);
      }
      await close();
      return "the link; programs that keep the element leave 560 px blank, except with the script in the theme";
    }),
  ];
}
