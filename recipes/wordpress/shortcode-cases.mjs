// The shortcode, in the classic editor and beside blocks.

import { logIn, openClassicEditor, openEditor, saveClassic, savePost } from "./admin.mjs";
import { expect, expectEqual } from "./expect.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const shortcodeCases = [
  ["shortcode, classic editor, administrator", (context) => publishClassic(context, "administrator")],
  ["shortcode, classic editor, author without unfiltered_html", (context) => publishClassic(context, "author")],
  ["shortcode in a block, author", inBlock],
];

/** What the author writes; the values that are not valid must do no harm. */
const SHORTCODE = `[career-ladder ladder="product" theme="light" accent="red;}" start="nowhere" onclick="x" lang="en"]`;

/** Publishes a shortcode in the classic editor, saves it once more, and does the quiz on its page. */
async function publishClassic({ url, browser, openPage, clickThrough }, user) {
  const page = await logIn(browser, url, user);
  await openClassicEditor(page, url, `A shortcode of the ${user}`);
  await page.locator("#content").fill(`Before it.\n\n${SHORTCODE}\n\nAfter it.`);
  const link = await saveClassic(page, "published");
  // The visual editor reads the text and writes it again.
  await page.locator("#content-tmce").click();
  await page.frameLocator("#content_ifr").getByText("Before it.").waitFor();
  await saveClassic(page, "updated");

  const reader = await openPage(link);
  const element = reader.locator("career-ladder");
  expectEqual(await element.getAttribute("theme"), "light", "the theme");
  expectEqual(await element.getAttribute("start"), null, "a start that is not valid");
  expectEqual(await element.getAttribute("onclick"), null, "an attribute that the shortcode does not have");
  expectEqual(await element.getAttribute("style"), "display:block;min-height:560px", "the style");
  expect(await reader.locator("p career-ladder").count() === 0, "the widget stands in a paragraph");
  const [outcome] = await clickThrough(reader);
  return `outcome: ${outcome}`;
}

/** A shortcode in WordPress's block for shortcodes works too. */
async function inBlock({ url, browser, openPage, clickThrough }) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  await page.evaluate(() => {
    const block = window.wp.blocks.createBlock("core/shortcode", { text: '[career_ladder ladder="product-stages"]' });
    window.wp.data.dispatch("core/block-editor").insertBlocks([block]);
    window.wp.data.dispatch("core/editor").editPost({ title: "A shortcode among blocks" });
  });
  const { link } = await savePost(page);
  const reader = await openPage(link);
  const [outcome] = await clickThrough(reader);
  return `outcome: ${outcome}`;
}
