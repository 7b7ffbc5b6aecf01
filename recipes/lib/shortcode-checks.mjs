// What every shortcode must be able to do. The sites have the same pages, written with the means of their system.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkFallback } from "./fallback.mjs";
import { row } from "./rows.mjs";

/** @import { Context } from "../run.mjs" */

/** The title of the sites' own ladders, which extend a bundled one. */
const OWN_TITLE = "How we grow at Example";
/** What the page `odd` passes as the text of the link, and as the seed. */
const ODD_TEXT = `"Find" <your> 'stage' & more`;
const ODD_SEED = `a"b<c>&amp;'d`;

/**
 * Builds a site, with the widget's files in its folder `career-ladder`.
 * @callback Build
 * @param {string} destination the folder to build into
 * @param {object} options
 * @param {string} [options.base] the path under which the site appears, as `/blog/`
 * @param {string} [options.host] where the widget's files are, instead of in the site
 * @returns {Promise<unknown>}
 */

/**
 * Checks a site that has the pages
 *
 * - `two`: two widgets, the second with `ladder`, `start`, `theme` and `share-url`;
 * - `own`: an own ladder and a form, as the content of a widget;
 * - `file`: an own ladder, from a file of the site;
 * - `german`: a widget in another language than its page;
 * - `odd`: parameters with quotes and angle brackets.
 * @param {Context} context
 * @param {Build} build
 */
export async function checkShortcode(context, build) {
  const { work, packages, serve } = context;
  const site = join(work, "site");
  await build(site, {});
  const server = await serve(site);
  const rows = await checkPages(context, server.url);
  await server.close();

  const inSubFolder = async () => {
    const base = "/a/blog/";
    await build(join(work, "sub-folder"), { base });
    const server = await serve(join(work, "sub-folder"), { base });
    await checkTwo(context, server.url);
    await onPage(context, `${server.url}file/`, (page) => checkOwnLadder(context, page));
    await checkFallback(context.openPage, `${server.url}two/`);
    await server.close();
  };
  const onOtherHost = async () => {
    const host = await serve(packages.selfHosted);
    // Without the slash at its end, as people write it.
    await build(join(work, "other-host"), { host: host.url.replace(/\/$/, "") });
    rmSync(join(work, "other-host/career-ladder"), { recursive: true });
    const server = await serve(join(work, "other-host"));
    await checkTwo(context, server.url);
    await server.close();
    await host.close();
  };
  return [...rows, await row("site in a sub-folder", inSubFolder), await row("files on another host", onOtherHost)];
}

/**
 * @param {Context} context
 * @param {string} url of the site
 */
async function checkPages(context, url) {
  const { clickThrough } = context;
  const ownInside = async (page) => {
    await checkOwnLadder(context, page);
    assert.ok(await page.getByRole("button", { name: "Subscribe" }).isVisible(), "the form does not show");
  };
  const german = (page) => clickThrough(page, { language: "de" });
  return [
    await row("two on a page", () => checkTwo(context, url)),
    await row("own ladder and form inside", () => onPage(context, `${url}own/`, ownInside)),
    await row("own ladder from a file", () => onPage(context, `${url}file/`, (page) => checkOwnLadder(context, page))),
    await row("another language", () => onPage(context, `${url}german/`, german)),
    await row("quotes in parameters", () => onPage(context, `${url}odd/`, checkOdd)),
    await row("without scripts", () => checkFallback(context.openPage, `${url}two/`)),
  ];
}

/**
 * @param {Context} context
 * @param {string} url
 * @param {(page: import("playwright-core").Page) => Promise<unknown>} check
 */
async function onPage({ openPage }, url, check) {
  const page = await openPage(url);
  await check(page);
  await page.context().close();
}

/**
 * @param {Context} context
 * @param {string} url of the site
 */
function checkTwo(context, url) {
  return onPage(context, `${url}two/`, async (page) => {
    await checkPlain(page);
    await context.clickThrough(page, { widgets: 2 });
  });
}

/**
 * @param {Context} context
 * @param {import("playwright-core").Page} page
 */
async function checkOwnLadder({ clickThrough }, page) {
  await clickThrough(page);
  assert.ok(await page.getByRole("heading", { name: OWN_TITLE }).isVisible(), "the own ladder does not show");
}

/**
 * The elements are where they belong, with their attributes, and text follows each.
 * @param {import("playwright-core").Page} page
 */
async function checkPlain(page) {
  const widgets = await page.locator("career-ladder").evaluateAll((elements) =>
    elements.map((element) => ({
      ladder: element.getAttribute("ladder"),
      start: element.getAttribute("start"),
      theme: element.getAttribute("theme"),
      shareUrl: element.getAttribute("share-url"),
      height: getComputedStyle(element).minHeight,
    })),
  );
  assert.deepEqual(widgets, [
    { ladder: "product", start: null, theme: null, shareUrl: null, height: "560px" },
    { ladder: "engineering", start: "quiz", theme: "dark", shareUrl: "https://example.org/two/", height: "560px" },
  ]);
  assert.ok(!/[{%]/.test(await page.locator("body").innerText()), "the page shows code of its template");
}

/** @param {import("playwright-core").Page} page */
async function checkOdd(page) {
  const widget = page.locator("career-ladder");
  assert.equal(await widget.getAttribute("seed"), ODD_SEED);
  assert.equal(await widget.locator("> a").textContent(), ODD_TEXT);
}
