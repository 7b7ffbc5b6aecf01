// Leaves a page with the widget and returns, on sites that change pages without loading them.

import assert from "node:assert/strict";
import { join } from "node:path";

/** @import { Locator } from "playwright-core" */
/** @import { Context } from "../run.mjs" */

/**
 * From a page that is open, follows a link to a page with the widget, does the quiz there, follows a link to a page without the
 * widget, and goes back. The outcome must be there again, and the browser must not have loaded a page.
 * @param {Context} context
 * @param {string} url of the page to start on
 * @param {object} route
 * @param {string} route.name what the picture is named after
 * @param {(page: import("playwright-core").Page) => { there: Locator, away: Locator }} route.links
 * @param {string} route.heading of the page with the widget
 * @param {string} route.awayHeading of the page without it
 * @param {number} [route.widgets] on the page
 * @param {(page: import("playwright-core").Page) => Promise<void>} [route.finished] what to look at after the quiz
 */
export async function leaveAndReturn({ work, openPage, clickThrough }, url, route) {
  const page = await openPage(url);
  await page.evaluate(() => Object.assign(window, { stillTheSame: true }));
  const { there, away } = route.links(page);
  await there.click();
  await page.getByRole("heading", { level: 1, name: route.heading }).waitFor();
  await clickThrough(page, { widgets: route.widgets });
  await route.finished?.(page);
  await away.click();
  await page.getByRole("heading", { level: 1, name: route.awayHeading }).waitFor();
  assert.equal(await page.locator("career-ladder").count(), 0);
  await page.goBack();
  // The answers were kept, so the outcome is there again.
  await page.getByRole("tablist", { name: "Your result" }).first().waitFor();
  assert.ok(await page.evaluate(() => "stillTheSame" in window), "the browser loaded another page");
  await page.screenshot({ path: join(work, `returned-${route.name}.png`) });
}
