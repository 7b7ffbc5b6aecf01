// A site that imports the npm package, for each bundler: an English and a German page with the ladder `product` and an own
// ladder that changes it.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkEmitted } from "./emitted.mjs";
import { words } from "./words.mjs";

/** @import { Context } from "../run.mjs" */

const SITE = join(import.meta.dirname, "bundled-site");
export const PAGES = ["index.html", "german.html"];

/**
 * Makes the site in a folder below `work`, and installs the package and a bundler there.
 * @param {Context} context
 * @param {object} options
 * @param {string[]} options.tools npm packages with their versions
 * @param {string} [options.entry] the module that `main.js` imports
 * @returns {Promise<string>} the folder
 */
export async function makeSite({ work, packages, npmInstall }, { tools, entry = "career-ladder" }) {
  assert.ok(packages.npm, "the packages have no tarball for npm");
  const site = join(work, "site");
  cpSync(SITE, site, { recursive: true });
  setEntry(site, entry);
  writeFileSync(join(site, "package.json"), '{ "private": true, "type": "module" }\n');
  await npmInstall(site, [packages.npm, ...tools]);
  return site;
}

/**
 * Lets `main.js` import another entry of the package.
 * @param {string} site
 * @param {string} entry
 */
export function setEntry(site, entry) {
  writeFileSync(join(site, "main.js"), `import ${JSON.stringify(entry)};\n`);
}

/**
 * Copies the pages beside a script that the bundler made.
 * @param {string} folder
 * @param {object} [options]
 * @param {string} [options.script] the name of the script
 * @param {string} [options.head] more elements for the head
 */
export function copyPages(folder, { script = "main.js", head = "" } = {}) {
  for (const page of PAGES) {
    const html = readFileSync(join(SITE, page), "utf8");
    const own = html.replace("./main.js", `./${script}`).replace("</head>", `${head}</head>`);
    writeFileSync(join(folder, page), own);
  }
}

/**
 * Checks a site whose bundler copies no files: those of the package are copied beside it.
 * @param {Context} context
 * @param {string} site
 * @param {(folder: string) => Promise<unknown>} bundle makes `main.js` in a folder
 */
export async function checkCopiedAssets(context, site, bundle) {
  const folder = join(site, "dist");
  await bundle(folder);
  cpSync(join(site, "node_modules/career-ladder/assets"), join(folder, "career-ladder"), { recursive: true });
  copyPages(folder, { head: '<meta name="career-ladder-assets" content="career-ladder/">' });
  checkEmitted(folder, site);
  await checkFolder(context, folder);
  return "each wasm once";
}

/**
 * Checks a site that imports the standalone script.
 * @param {Context} context
 * @param {string} site
 * @param {(folder: string) => Promise<unknown>} bundle makes `main.js` in a folder
 */
export async function checkStandalone(context, site, bundle) {
  const folder = join(site, "dist-standalone");
  setEntry(site, "career-ladder/standalone");
  await bundle(folder);
  copyPages(folder);
  await checkFolder(context, folder, ["en", "en"]);
  return "one script, in English also on the German page";
}

/**
 * Serves a folder and does the quizzes of both pages.
 * @param {Context} context
 * @param {string} folder
 * @param {string[]} [languages] those that the folder has
 */
export async function checkFolder(context, folder, languages) {
  const server = await context.serve(folder);
  try {
    await checkPages(context, server.url, languages);
  } finally {
    await server.close();
  }
}

/**
 * Does the quizzes of both pages, and opens the comparison, for which the widget loads its third wasm.
 * @param {Context} context
 * @param {string} url of the pages, with a slash at its end
 * @param {string[]} [languages] the languages in which the widgets of the two pages are
 */
export async function checkPages({ openPage, clickThrough }, url, languages = ["en", "de"]) {
  for (const [index, language] of languages.entries()) {
    const page = await openPage(url + PAGES[index]);
    await clickThrough(page, { widgets: 2, language });
    await openComparison(page.locator("career-ladder").first(), language);
    await page.context().close();
  }
}

/**
 * @param {import("playwright-core").Locator} widget
 * @param {string} language
 */
async function openComparison(widget, language) {
  const { shareTab, compare, pasteLink } = words(language);
  await widget.getByRole("tab", { name: shareTab, exact: true }).click();
  await widget.getByRole("button", { name: compare, exact: true }).click();
  await widget.getByRole("textbox", { name: pasteLink, exact: true }).waitFor();
}
