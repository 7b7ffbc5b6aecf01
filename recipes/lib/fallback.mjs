// Checks what a reader without scripts gets.

import assert from "node:assert/strict";

/**
 * Opens a page in a browser without scripts, and follows the link of its first widget. The link must be in sight and
 * lead to the page of a ladder.
 * @param {(url: string, options?: object) => Promise<import("playwright-core").Page>} openPage
 * @param {string} url
 * @param {object} [options]
 * @param {RegExp} [options.to] where the link leads
 */
export async function checkFallback(openPage, url, { to = /\/career-ladder\/product\/$/ } = {}) {
  const page = await openPage(url, { javaScriptEnabled: false });
  const link = page.locator("career-ladder > a").first();
  const [response] = await Promise.all([page.waitForNavigation(), link.click()]);
  assert.equal(response?.status(), 200, page.url());
  assert.match(page.url(), to);
  await page.context().close();
}
