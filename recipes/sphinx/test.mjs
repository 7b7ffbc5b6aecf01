// Builds the site with Sphinx, as HTML and in the formats that have no scripts.

import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFallback } from "../lib/fallback.mjs";

const PACKAGES = ["sphinx==9.0.4", "myst-parser==5.2.0"];
const OWN_TITLE = 'How we grow -- at "Example"';
/** The page of the ladder on the published site. */
const PUBLISHED = "https://example.org/handbook/_static/career-ladder/product/";

const here = import.meta.dirname;

export default {
  name: "Sphinx",
  inCi: false,
  programs: [{ command: "python3", debian: "python3-venv" }],
  async test(context) {
    const { work, packages, run } = context;
    const source = join(work, "source");
    cpSync(join(here, "site"), source, { recursive: true });
    mkdirSync(join(source, "_ext"));
    copyFileSync(join(here, "career_ladder.py"), join(source, "_ext/career_ladder.py"));
    cpSync(packages.selfHosted, join(source, "_static/career-ladder"), { recursive: true });
    const python = join(work, "python");
    await run("python3", ["-m", "venv", python]);
    await run(join(python, "bin/pip"), ["install", "--quiet", ...PACKAGES]);
    const rows = [];
    for (const builder of ["html", "dirhtml", "singlehtml", "text", "latex", "man", "epub"]) {
      const out = join(work, builder);
      // Warnings are errors, but an e-book has one for every file that is not for e-books.
      const strict = builder === "epub" ? [] : ["-W"];
      await run(join(python, "bin/sphinx-build"), ["-q", ...strict, "-b", builder, source, out]);
      rows.push(await checks[builder](context, out));
    }
    return rows;
  },
};

const checks = {
  async html(context, out) {
    await pages(context, out, (name) => `${name}.html`);
    return { form: "directive, html", ok: true, note: "with a form, with own ladders by src and inside, in MyST" };
  },

  async dirhtml(context, out) {
    await pages(context, out, (name) => `${name}/`);
    return { form: "directive, dirhtml", ok: true, note: "" };
  },

  async singlehtml({ serve, openPage, clickThrough }, out) {
    const { url, close } = await serve(out);
    await clickThrough(await openPage(url), { widgets: 6 });
    await close();
    return { form: "directive, singlehtml", ok: true, note: "six widgets on one page" };
  },

  text(_, out) {
    const text = readFileSync(join(out, "ladder.txt"), "utf8");
    // Lines break within addresses.
    assert.ok(text.replace(/\n/g, "").includes(`Find your career stage <${PUBLISHED}>`), text);
    return { form: "directive, text", ok: true, note: "the link" };
  },

  latex(_, out) {
    const text = readFileSync(join(out, "ahandbook.tex"), "utf8");
    assert.ok(text.includes(`{${PUBLISHED.replaceAll("_", "\\_")}}{Find your career stage}`), text);
    assert.ok(!text.includes("career-ladder.js"));
    return { form: "directive, latex", ok: true, note: "a link" };
  },

  man(_, out) {
    const text = readFileSync(join(out, "ahandbook.1"), "utf8");
    // Addresses have marks where lines may break.
    assert.ok(text.replaceAll("\\:", "").includes(`Find your career stage \\%<${PUBLISHED}>`), text);
    return { form: "directive, man", ok: true, note: "the link" };
  },

  epub(_, out) {
    const text = readFileSync(join(out, "ladder.xhtml"), "utf8");
    assert.ok(text.includes(`href="${PUBLISHED}"`), text);
    assert.ok(!text.includes("career-ladder.js"));
    return { form: "directive, epub", ok: true, note: "a link" };
  },
};

/**
 * @param {object} context
 * @param {string} out
 * @param {(name: string) => string} path of a page
 */
async function pages({ work, serve, openPage, clickThrough }, out, path) {
  // Below a folder, as on Read the Docs.
  const { url, close } = await serve(out, { base: "/en/latest/" });
  const page = await openPage(url + path("ladder"));
  const second = page.locator("career-ladder").nth(1);
  assert.equal(await second.locator("> a").textContent(), 'Find "your" stage');
  await clickThrough(page, { widgets: 2 });
  await page.screenshot({ path: join(work, "ladder.png"), fullPage: true });

  const form = await openPage(url + path("guides/form"));
  await clickThrough(form);
  await form.getByRole("button", { name: "Subscribe" }).waitFor();
  assert.equal(await form.locator("form[slot=result] > p").innerText(), 'A letter a week -- "for your stage".');

  for (const name of ["own", "src"]) {
    const own = await openPage(url + path(name));
    await own.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
    await clickThrough(own);
  }
  await clickThrough(await openPage(url + path("markdown")));
  await checkFallback(openPage, url + path("ladder"));
  await checkFallback(openPage, url + path("guides/form"));
  await close();
}
