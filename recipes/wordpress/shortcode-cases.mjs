// The shortcode, in the classic editor and beside blocks.

import { logIn, openClassicEditor, openEditor, saveClassic, savePost } from "./admin.mjs";
import { expect, expectEqual } from "./expect.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const shortcodeCases = [
  ["shortcode, classic editor, administrator", (context) => publishClassic(context, "administrator")],
  ["shortcode, classic editor, author without unfiltered_html", (context) => publishClassic(context, "author")],
  ["shortcode in a block, author", inBlock],
  ["shortcode: its author sees what is wrong with it, readers do not", notice],
  ["shortcode: a ladder that is gone", ladderGone],
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

/** An unknown ladder, a value in curly quotes, an attribute that there is none of, and a value without a name. */
const MISTAKEN = '[career-ladder ladder="produkt" start=“quiz” theme="light" color="red" engineering]';

/** What people who may edit the post read above the widget, one line a mistake. */
const MISTAKES = [
  "“produkt” is not valid for “ladder”. It can be: engineering, product, product-six, product-stages.",
  "““quiz”” is not valid for “start”. It can be: ladder, quiz.",
  "The shortcode has no “color”, “engineering”. Its attributes are: ladder, attachment, start, theme, lang, storage, share-url, accent, surface, text.",
  'The quotes around values must be straight, as in ladder="product".',
];

/** One notice has all mistakes, for those who may edit the post. Everybody else sees the widget alone. */
async function notice({ url, browser, openPage, clickThrough }) {
  const page = await logIn(browser, url, "author");
  await openClassicEditor(page, url, "A mistaken shortcode");
  await page.locator("#content").fill(`${MISTAKEN}\n\n[career-ladder ladder="product-six"]`);
  const link = await saveClassic(page, "published");
  await page.goto(link);
  const notices = page.locator(".career-ladder-notice");
  expectEqual(await notices.count(), 1, "notices for two shortcodes, one of them mistaken");
  expectEqual(await notices.locator("li").allInnerTexts(), MISTAKES, "the mistakes");
  const order = await notices.evaluate((notice) => notice.nextElementSibling?.getAttribute("ladder"));
  expectEqual(order, "product", "the ladder of the widget below the notice");

  const another = await logIn(browser, url, "contributor");
  const reader = await openPage(link);
  for (const [who, seen] of [["somebody who may not edit the post", another], ["a reader", reader]]) {
    await seen.goto(link);
    await seen.locator("career-ladder").nth(1).waitFor();
    expectEqual(await seen.locator(".career-ladder-notice").count(), 0, `notices for ${who}`);
  }
  // What is rendered elsewhere may be stored and shown to readers.
  await page.context().clearCookies({ name: "classic" });
  await openEditor(page, url);
  const rendered = await page.evaluate(async (link) => {
    const posts = await window.wp.apiFetch({ path: "/wp/v2/posts?context=edit" });
    return posts.find((post) => post.link === link).content.rendered;
  }, link);
  expect(rendered.includes("<career-ladder") && !rendered.includes("career-ladder-notice"), "the notice is in the REST interface");
  const [outcome] = await clickThrough(reader, { widgets: 2 });
  return `outcome: ${outcome}`;
}

/** A ladder that is not in the media library leaves nothing on the page but the notice for its author. */
async function ladderGone({ url, browser, openPage }) {
  const page = await logIn(browser, url, "author");
  await openClassicEditor(page, url, "A ladder that is gone");
  await page.locator("#content").fill('Before it. [career-ladder attachment="987654"]');
  const link = await saveClassic(page, "published");
  await page.goto(link);
  const lines = await page.locator(".career-ladder-notice li").allInnerTexts();
  const expected = "“987654” is not valid for “attachment”. It can be: the number of a ladder in the media library.";
  expectEqual(lines, [expected], "the mistakes");
  const reader = await openPage(link);
  await reader.getByText("Before it.").waitFor();
  expectEqual(await reader.locator("career-ladder, .career-ladder-notice").count(), 0, "widgets and notices for a reader");
}
