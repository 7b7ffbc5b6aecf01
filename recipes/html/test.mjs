// Plain files, each with two widgets: as they are, minified, with the widget's files on another host, and from a disk.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkFallback } from "../lib/fallback.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

const SITE = join(import.meta.dirname, "site");
/** The pages that name files of the folder; `standalone.html` has everything in its script. */
const PAGES = readdirSync(SITE).filter((name) => name !== "standalone.html");
const MINIFIER = "html-minifier-terser";

/** All that a build is likely to switch on. */
const MINIFIER_OPTIONS = {
  caseSensitive: false,
  collapseBooleanAttributes: true,
  collapseWhitespace: true,
  decodeEntities: true,
  minifyCSS: true,
  minifyJS: true,
  minifyURLs: true,
  removeAttributeQuotes: true,
  removeComments: true,
  removeEmptyAttributes: true,
  removeOptionalTags: true,
  removeRedundantAttributes: true,
  removeScriptTypeAttributes: true,
  removeStyleLinkTypeAttributes: true,
  sortAttributes: true,
  sortClassName: true,
  useShortDoctype: true,
};

export default {
  name: "Plain files",
  inCi: true,

  /** @param {Context} context */
  async test(context) {
    const { work, packages } = context;
    const rows = [];
    const plain = join(work, "plain");
    cpSync(SITE, plain, { recursive: true });
    cpSync(packages.selfHosted, join(plain, "career-ladder"), { recursive: true });
    rows.push(...(await checkPages(context, plain, "")));

    const minified = join(work, "minified");
    cpSync(plain, minified, { recursive: true });
    await minifyPages(context, minified);
    rows.push(...(await checkPages(context, minified, ", minified")));

    rows.push(await row("element, files on another host", () => checkOtherHost(context)));
    rows.push(await row("element, without scripts", () => checkWithoutScripts(context, plain)));
    rows.push(await row("standalone script, from file:", () => checkStandalone(context)));
    return rows;
  },
};

/**
 * @param {Context} context
 * @param {string} folder
 * @param {string} suffix of the rows' names
 */
async function checkPages({ serve, openPage, clickThrough }, folder, suffix) {
  const server = await serve(folder);
  const rows = [];
  for (const name of PAGES) {
    const form = name.replace(".html", "").replace("-", " ") + suffix;
    const check = async () => {
      const page = await openPage(server.url + name);
      if (name === "frame.html") {
        const frames = page.locator("iframe");
        assert.equal(await frames.count(), 2);
        for (const frame of await frames.all()) {
          await frame.scrollIntoViewIfNeeded();
          await clickThrough(page, { frame: frame.contentFrame() });
        }
        // The page's own script makes it as high as its widget.
        assert.ok(await frames.nth(0).evaluate((frame) => frame.clientHeight > 560));
      } else {
        await clickThrough(page, { widgets: 2 });
      }
      await page.context().close();
    };
    rows.push(await row(form, check));
  }
  await server.close();
  return rows;
}

/**
 * @param {Context} context
 * @param {string} folder
 */
async function minifyPages({ work, npmInstall }, folder) {
  const tools = join(work, "tools");
  await npmInstall(tools, [`${MINIFIER}@7.2.0`]);
  const { minify } = createRequire(join(tools, "package.json"))(MINIFIER);
  for (const name of PAGES) {
    const html = readFileSync(join(folder, name), "utf8");
    const minified = await minify(html, MINIFIER_OPTIONS);
    assert.ok(minified.length < html.length);
    writeFileSync(join(folder, name), minified);
  }
}

/** @param {Context} context */
async function checkOtherHost({ work, packages, serve, openPage, clickThrough }) {
  const host = await serve(packages.selfHosted);
  const folder = join(work, "other-host");
  mkdirSync(folder);
  const html = readFileSync(join(SITE, "element.html"), "utf8");
  writeFileSync(join(folder, "index.html"), html.replaceAll('"career-ladder/', `"${host.url}`));
  const pages = await serve(folder);
  await clickThrough(await openPage(pages.url), { widgets: 2 });
  await pages.close();
  await host.close();
}

/**
 * @param {Context} context
 * @param {string} folder
 */
async function checkWithoutScripts({ serve, openPage }, folder) {
  const server = await serve(folder);
  await checkFallback(openPage, `${server.url}element.html`);
  await server.close();
}

/** @param {Context} context */
async function checkStandalone({ work, packages, openPage, clickThrough }) {
  assert.ok(packages.standalone, "the packages have no standalone script");
  const folder = join(work, "standalone");
  mkdirSync(folder);
  cpSync(join(SITE, "standalone.html"), join(folder, "standalone.html"));
  cpSync(packages.standalone, join(folder, "career-ladder.standalone.js"));
  const page = await openPage(pathToFileURL(join(folder, "standalone.html")).href);
  await clickThrough(page, { widgets: 2 });
}
