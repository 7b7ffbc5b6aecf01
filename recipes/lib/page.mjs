// Opens a page and records what goes wrong on it.

import { recordLayoutShifts } from "./layout-shift.mjs";

/** High enough that every question shows "Next" without scrolling. */
const VIEWPORT = { width: 1000, height: 1200 };

/**
 * What went wrong on each page.
 * @type {WeakMap<import("playwright-core").Page, string[]>}
 */
const errors = new WeakMap();

/**
 * Opens a page, in a browser context of its own, and waits until it has loaded.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function openPage(browser, url, options) {
  const context = await browser.newContext({ viewport: VIEWPORT, ...options });
  const page = await context.newPage();
  await recordLayoutShifts(page);
  recordErrors(page);
  await page.goto(url);
  return page;
}

/** @param {import("playwright-core").Page} page */
function recordErrors(page) {
  /** @type {string[]} */
  const list = [];
  errors.set(page, list);
  page.on("pageerror", (error) => list.push(`uncaught: ${error.stack ?? error}`));
  page.on("console", (message) => {
    if (message.type() === "error") {
      list.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("requestfailed", (request) => {
    // A page that is left cancels its requests.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      list.push(`request: ${request.failure()?.errorText} (${request.url()})`);
    }
  });
}

/** Errors of the page itself, which is not ours. A browser asks for the icon on its own account. */
const NOT_OURS = /favicon\.ico/;

/**
 * The errors so far, without those of the page itself that are to be expected.
 * @param {import("playwright-core").Page} page
 * @param {RegExp} [expected]
 */
export function errorsOf(page, expected) {
  const list = errors.get(page);
  if (!list) {
    throw new Error("open the page by `openPage`, so that its errors are recorded");
  }
  return list.filter((error) => !NOT_OURS.test(error) && !expected?.test(error));
}
