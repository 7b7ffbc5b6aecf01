// The block: inserted, changed, published, edited again, and used by a reader.

import { blockAttributes, insertBlock, logIn, openEditor, savePost, selectBlock, titleOf } from "./admin.mjs";
import { expect, expectEqual } from "./expect.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const blockCases = [
  ["block, administrator", (context) => publishBlock(context, "administrator")],
  ["block, author without unfiltered_html", (context) => publishBlock(context, "author")],
  ["block: a click selects, the next one uses the preview", preview],
  ["block: in the frame of a device preview", framedPreview],
  ["block: made of a pasted shortcode", fromShortcode],
  ["block: in an editor whose locale is no language tag", strangeLocale],
];

/** An address that the filters of an author without `unfiltered_html` change. */
const SHARE_URL = "https://example.com/?a=1&b=2";

/** Inserts, changes and publishes the block, edits the post again, and does the quiz on its page. */
async function publishBlock({ url, browser, openPage, clickThrough }, user) {
  const page = await logIn(browser, url, user);
  const canvas = await openEditor(page, url);
  await titleOf(canvas).fill(`Stages, by the ${user}`);
  await insertBlock(page, canvas);
  await selectBlock(page);
  await page.getByLabel("First screen").selectOption("The first question");
  await page.getByLabel("Light or dark").selectOption("Light");
  await page.getByLabel("Page that shared links lead to").fill(SHARE_URL);
  await page.getByRole("button", { name: "Colors" }).or(page.getByRole("heading", { name: "Colors" })).first().waitFor();
  await page.evaluate(() => {
    const { getSelectedBlockClientId } = window.wp.data.select("core/block-editor");
    window.wp.data.dispatch("core/block-editor").updateBlockAttributes(getSelectedBlockClientId(), { accent: "#b4480f" });
  });
  const first = await savePost(page);

  await openEditor(page, url, first.id);
  const attributes = await blockAttributes(page);
  const { start, theme, accent } = attributes;
  expectEqual({ start, theme, accent }, { start: "quiz", theme: "light", accent: "#b4480f" }, "the attributes");
  await selectBlock(page);
  expectEqual(await page.getByLabel("Page that shared links lead to").inputValue(), SHARE_URL, "the address in the sidebar");
  await page.getByLabel("Keep answers after a reload").uncheck();
  const second = await savePost(page);
  await openEditor(page, url, first.id);
  expectEqual(await blockAttributes(page), { ...attributes, storage: "none" }, "the attributes after saving again");
  expect(second.content.includes("<!-- wp:career-ladder/ladder"), "the block is not in the post");
  expectEqual(page.errors, [], "errors of the editor");

  const reader = await openPage(first.link);
  const element = reader.locator("career-ladder");
  expectEqual(await element.getAttribute("share-url"), SHARE_URL, "the address on the page");
  expect((await element.getAttribute("style")).includes("--ladder-accent:#b4480f"), "the accent colour is not on the page");
  const [outcome] = await clickThrough(reader);
  return `outcome: ${outcome}`;
}

/** The preview is the real widget, and does not keep the author from selecting the block. */
async function preview({ url, browser }) {
  const page = await logIn(browser, url, "author");
  const canvas = await openEditor(page, url);
  await insertBlock(page, canvas);
  await titleOf(canvas).click();
  const widget = canvas.locator("career-ladder");
  const start = widget.getByRole("button", { name: "Find my stage" });
  // The click goes to whatever lies there. The program may just replace the button by its own.
  const press = () => start.click({ force: true });
  await start.waitFor();
  await press();
  await page.waitForFunction(() => window.wp.data.select("core/block-editor").getSelectedBlock()?.name === "career-ladder/ladder");
  expect(await start.isVisible(), "the click that selected the block went into the widget");
  await press();
  await widget.getByRole("button", { name: "Skip" }).waitFor();
  expectEqual(await widget.getAttribute("storage"), "none", "the storage of the preview");
  await widget.getByRole("button", { name: "Skip" }).focus();
  await page.keyboard.press("Enter");
  await widget.getByRole("radiogroup").waitFor();
  expectEqual((await blockAttributes(page)).ladder, "product", "the block after a key in the widget");
  expectEqual(page.errors, [], "errors of the editor");
}

/** In a device preview, and always in newer versions of WordPress, the post is edited in a frame. */
async function framedPreview({ url, browser }) {
  const page = await logIn(browser, url, "author");
  const canvas = await openEditor(page, url);
  await insertBlock(page, canvas);
  await page.evaluate(() => {
    const { setDeviceType } = window.wp.data.dispatch("core/editor");
    const setInOlder = window.wp.data.dispatch("core/edit-post").__experimentalSetPreviewDeviceType;
    (setDeviceType ?? setInOlder)("Mobile");
  });
  const widget = page.frameLocator('iframe[name="editor-canvas"]').locator("career-ladder");
  await widget.getByRole("button", { name: "Find my stage" }).waitFor();
  expectEqual(page.errors, [], "errors of the editor");
}

/** WordPress's locale `pt_PT_ao90` stands in the page as `pt-PT-ao90`. */
async function strangeLocale({ url, browser }) {
  const page = await logIn(browser, url, "author");
  const canvas = await openEditor(page, url);
  await page.evaluate(() => (document.documentElement.lang = "pt-PT-ao90"));
  await insertBlock(page, canvas);
  await selectBlock(page);
  const languages = await page.getByLabel("Language", { exact: true }).locator("option").allInnerTexts();
  expect(languages.includes("alemão"), `the languages are ${languages}`);
  expectEqual(page.errors, [], "errors of the editor");
}

/** A shortcode that is pasted into the block editor becomes the block. */
async function fromShortcode({ url, browser }) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  await page.evaluate(() => {
    const blocks = window.wp.blocks.rawHandler({ HTML: '<p>[career_ladder ladder="engineering" share-url="https://example.com/"]</p>' });
    window.wp.data.dispatch("core/block-editor").insertBlocks(blocks);
  });
  const { ladder, shareUrl } = await blockAttributes(page);
  expectEqual({ ladder, shareUrl }, { ladder: "engineering", shareUrl: "https://example.com/" }, "the attributes");
}
