// Checks the small blog that each recipe for a framework builds. It has a post with the widget, where `#result`
// shows what the framework's listener received, and a page "About"; its navigation goes there and back without a reload.

import assert from "node:assert/strict";
import { layoutShift } from "./layout-shift.mjs";
import { words } from "./words.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Context } from "../run.mjs" */

/** What frameworks tell in development that is no problem. */
const NEWS = /Download the React DevTools|\[HMR\]|\[vite\]|\[Fast Refresh\]|development build of Vue|development mode/;

/**
 * Opens the blog and does the quiz, with a change of pages halfway and another one at the outcome.
 * @param {Pick<Context, "openPage" | "clickThrough">} context
 * @param {string} url
 * @param {object} [options]
 * @param {string} [options.picture] where a screenshot of the outcome goes
 */
export async function checkBlog({ openPage, clickThrough }, url, { picture } = {}) {
  const page = await openPage("about:blank");
  /** @type {string[]} */
  const messages = [];
  page.on("console", (message) => {
    const { url: source } = message.location();
    // Browsers ask every site for an icon.
    if (!NEWS.test(message.text()) && !source.endsWith("/favicon.ico")) {
      messages.push(`${message.type()}: ${message.text()} ${source}`.trim());
    }
  });
  await page.goto(url);
  const status = page.locator("#result");
  const widget = page.locator("career-ladder");
  const { start, skip, outcome } = words("en");

  await widget.getByRole("button", { name: start }).click();
  await widget.getByRole("button", { name: skip }).click();
  const question = await askedAfterOne(page);
  assert.equal(await status.innerText(), "You have no result yet.");
  const shift = await layoutShift(page);
  assert.equal(shift.score, 0, `${shift.moved} moved`);
  await leaveAndReturn(page);
  await page.waitForFunction(
    (text) => document.querySelector("career-ladder")?.shadowRoot?.querySelector("[role=radiogroup]")?.textContent === text,
    question,
  );

  // From the start, so that the quiz begins as `clickThrough` expects it.
  await widget.evaluate((element) => /** @type {any} */ (element).reset());
  await clickThrough(page);
  const result = await widget.evaluate((element) => /** @type {any} */ (element).result);
  assert.ok(result);
  assert.equal(await status.innerText(), `You are at ${result.rung}: ${result.verdict}.`);
  await leaveAndReturn(page);
  await widget.getByRole("tablist", { name: outcome }).waitFor();
  assert.deepEqual(await widget.evaluate((element) => /** @type {any} */ (element).result), result);
  if (picture) {
    await page.screenshot({ path: picture });
  }
  assert.deepEqual(messages, []);
  await page.context().close();
}

/**
 * Answers the first question.
 * @param {Page} page
 * @returns {Promise<string | null>} the next one, with its answers
 */
async function askedAfterOne(page) {
  const widget = page.locator("career-ladder");
  const question = widget.getByRole("radiogroup");
  const first = await question.textContent();
  await question.locator("label").first().click();
  await widget.getByRole("button", { name: words("en").goOn }).click();
  await page.waitForFunction((text) => {
    const question = document.querySelector("career-ladder")?.shadowRoot?.querySelector("[role=radiogroup]");
    return question && question.textContent !== text;
  }, first);
  return question.textContent();
}

/** @param {Page} page */
async function leaveAndReturn(page) {
  const old = await page.locator("career-ladder").elementHandle();
  const navigation = page.getByRole("navigation");
  await navigation.getByText("About").click();
  await page.getByRole("heading", { name: "About this blog" }).waitFor();
  assert.equal(await page.locator("career-ladder").count(), 0);
  assert.equal(await old?.evaluate((element) => element.isConnected), false);
  await navigation.getByText("Post").click();
  await page.locator("career-ladder").waitFor();
}
