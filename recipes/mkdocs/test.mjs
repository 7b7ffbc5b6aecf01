// Builds the site with MkDocs, with its own theme, with Material for MkDocs and with the plugin mkdocs-macros.

import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkFallback } from "../lib/fallback.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

const PACKAGES = ["mkdocs==1.6.1", "mkdocs-material==9.8.2", "mkdocs-macros-plugin==1.5.0"];
/** The site lies in a folder, as on GitHub Pages. */
const BASE = "/blog/";
const OWN_TITLE = 'How we grow -- at "Example"';

const here = import.meta.dirname;

export default {
  name: "MkDocs",
  inCi: false,
  programs: [{ command: "python3", debian: "python3-venv" }],

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run } = context;
    cpSync(join(here, "site"), work, { recursive: true });
    copyFileSync(join(here, "career_ladder.py"), join(work, "career_ladder.py"));
    cpSync(packages.selfHosted, join(work, "docs/career-ladder"), { recursive: true });
    const python = join(work, "python");
    await run("python3", ["-m", "venv", python]);
    await run(join(python, "bin/pip"), ["install", "--quiet", ...PACKAGES]);
    const mkdocs = join(python, "bin/mkdocs");
    return [
      ...(await build(context, mkdocs, "mkdocs", plain)),
      ...(await build(context, mkdocs, "material", material)),
      ...(await build(context, mkdocs, "macros", macros)),
    ];
  },
};

/**
 * Serves what a configuration builds.
 * @param {Context} context
 * @param {string} mkdocs
 * @param {string} configuration
 * @param {(context: Context, url: string) => Promise<import("../lib/table.mjs").Row[]>} check
 */
async function build(context, mkdocs, configuration, check) {
  const { work, run, serve } = context;
  const out = join(work, `built-by-${configuration}`);
  mkdirSync(out);
  const { url, close } = await serve(out, { base: BASE });
  try {
    // `--strict`, so that a warning of the hook fails.
    const args = ["build", "--strict", "--config-file", `${configuration}.yml`, "--site-dir", out];
    await run(mkdocs, args, { cwd: work, env: { SITE_URL: url } });
    return await check(context, url);
  } finally {
    await close();
  }
}

/** @param {Context} context @param {string} url */
async function plain(context, url) {
  const { openPage, clickThrough } = context;
  return [
    await row("macro by the hook", async () => {
      await twoWidgets(context, `${url}ladder/`);
      await form(context, `${url}form/`);
      await own(context, `${url}own/`);
      const code = await openPage(`${url}code/`);
      assert.match(await code.locator("code").innerText(), /^\{\{ career_ladder\("product"\) \}\}/);
      await checkFallback(openPage, `${url}ladder/`);
      return "with a form and with an own ladder";
    }),
    await row("line in Markdown", async () => {
      await clickThrough(await openPage(`${url}line/`));
      await own(context, `${url}inside/`);
      await checkFallback(openPage, `${url}line/`);
      return "also with an own ladder inside, between <div> and </div>";
    }),
  ];
}

/** @param {Context} context @param {string} url */
async function material(context, url) {
  return [
    await row("macro by the hook, Material", async () => {
      await twoWidgets(context, `${url}ladder/`);
      await checkFallback(context.openPage, `${url}ladder/`);
    }),
    await row("macro, navigation.instant", async () => {
      await swapped(context, url, "Ladder", { widgets: 2 });
      await swapped(context, url, "Form");
      await swapped(context, url, "Own");
      return "with a form and with an own ladder";
    }),
    await row("line in Markdown, navigation.instant", async () => {
      await swapped(context, url, "Line");
      return "not with an own ladder inside: the swap drops the type of its script";
    }),
  ];
}

/** @param {Context} context @param {string} url */
async function macros(context, url) {
  return [
    await row("macro by mkdocs-macros", async () => {
      await twoWidgets(context, `${url}ladder/`);
      await form(context, `${url}form/`);
      await own(context, `${url}own/`);
    }),
  ];
}

/** @param {Context} context @param {string} url */
async function twoWidgets({ work, openPage, clickThrough }, url) {
  const page = await openPage(url);
  const second = page.locator("career-ladder").nth(1);
  assert.equal(await second.locator("> a").textContent(), 'Find "your" stage');
  assert.equal(await second.getAttribute("start"), "quiz");
  await clickThrough(page, { widgets: 2 });
  await page.screenshot({ path: join(work, "ladder.png"), fullPage: true });
}

/** @param {Context} context @param {string} url */
async function form({ openPage, clickThrough }, url) {
  const page = await openPage(url);
  await clickThrough(page);
  await formIsShown(page);
}

/** @param {import("playwright-core").Page} page */
async function formIsShown(page) {
  await page.getByRole("button", { name: "Subscribe" }).waitFor();
  assert.equal(await page.locator("form[slot=result] > p").first().innerText(), 'A letter a week -- "for your stage".');
}

/** @param {Context} context @param {string} url */
async function own({ openPage, clickThrough }, url) {
  const page = await openPage(url);
  await page.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
  await clickThrough(page);
}

/**
 * Goes to a page, away and back, without loading another page.
 * @param {Context} context
 * @param {string} url
 * @param {string} name of the page
 * @param {{ widgets?: number }} [options] of the click-through
 */
async function swapped({ work, openPage, clickThrough }, url, name, options) {
  // Wide enough for the list of pages.
  const page = await openPage(url, { viewport: { width: 1300, height: 1200 } });
  await page.evaluate(() => Object.assign(window, { stillTheSame: true }));
  const links = page.getByRole("navigation").getByRole("link");
  await links.filter({ hasText: name }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  if (name === "Own") {
    await page.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
  }
  await clickThrough(page, options);
  if (name === "Form") {
    await formIsShown(page);
  }
  await links.filter({ hasText: "Home" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Home" }).waitFor();
  assert.equal(await page.locator("career-ladder").count(), 0);
  await page.goBack();
  // The answers were kept, so the outcome is there again.
  await page.getByRole("tablist", { name: "Your result" }).first().waitFor();
  assert.ok(await page.evaluate(() => "stillTheSame" in window), "the browser loaded another page");
  await page.screenshot({ path: join(work, `swapped-${name}.png`) });
}
