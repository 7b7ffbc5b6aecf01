// The site owner's own ladder: pasted, uploaded, and missing.

import { blockAttributes, insertBlock, logIn, openClassicEditor, openEditor, publishPost, saveClassic, savePost, selectBlock, titleOf } from "./admin.mjs";
import { expect, expectEqual } from "./expect.mjs";
import { ADVISED, ADVISED_AND_BROKEN, BROKEN, OVERLAY, TINY, TITLE } from "./ladders.mjs";
import { upload } from "./uploads.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const ownLadderCases = [
  ["own ladder, pasted by an author", pasteLadder],
  ["own ladder, uploaded by an author", uploadLadder],
  ["own ladder: the dialog's example, and a text with curly quotes", pasteExample],
  ["own ladder: errors stand before advice, which stays with an accepted ladder", advice],
  ["own ladder, from the classic editor's media library", classicLibrary],
  ["own ladder: an author uses one of the administrator's", ladderOfAnother],
  ["own ladder: one that is gone is named in the editor", ladderGone],
  ["own ladder: the sidebar follows undoing", undo],
  ["own ladder: on another host", elsewhere],
  ["own ladder: keeps its own language", ownLanguage],
  ["own ladder: a contributor may paste, not upload", contributor],
];

/** A new post with the block, and its settings open at the own ladder; with the canvas of the editor. */
async function openOwnLadder({ url, browser }, user, title) {
  const page = await logIn(browser, url, user);
  const canvas = await openEditor(page, url);
  await titleOf(canvas).fill(title);
  await insertBlock(page, canvas);
  await selectBlock(page);
  await page.getByLabel("Ladder", { exact: true }).selectOption("Your own ladder");
  return { page, canvas };
}

async function paste(page, button, json) {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByLabel("Ladder in JSON").fill(json);
  await page.getByRole("button", { name: "Use this ladder" }).click();
}

async function expectProblems(page) {
  const problems = page.locator(".career-ladder-problems");
  await problems.waitFor();
  const text = await problems.innerText();
  expect(/Line 4, column \d+: .*did you mean "title"/.test(text), `the first mistake is not listed: ${text}`);
  expect(/Line \d+, column \d+: rungs\[1\]\.level: /.test(text), `the second mistake is not listed: ${text}`);
}

/** An author without `unfiltered_html` pastes a ladder whose texts WordPress's filters would change. */
async function pasteLadder(context) {
  const { url, openPage, clickThrough } = context;
  const { page, canvas } = await openOwnLadder(context, "author", "A pasted ladder");
  await paste(page, "Paste", BROKEN);
  await expectProblems(page);
  await page.getByLabel("Ladder in JSON").fill(OVERLAY);
  await page.getByRole("button", { name: "Use this ladder" }).click();
  await canvas.locator("career-ladder").getByText("P&L <Lead>").first().waitFor();
  const { id, link, content } = await savePost(page);

  await openEditor(page, url, id);
  await blockAttributes(page);
  await selectBlock(page);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  expectEqual(await page.getByLabel("Ladder in JSON").inputValue(), OVERLAY, "the pasted ladder");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByLabel("First screen").selectOption("The first question");
  await page.getByLabel("First screen").selectOption("The ladder");
  expectEqual((await savePost(page)).content, content, "the post after saving again");
  expectEqual(page.errors, [], "errors of the editor");

  const reader = await openPage(link);
  await reader.locator("career-ladder").getByRole("heading", { name: TITLE }).first().waitFor();
  const [outcome] = await clickThrough(reader);
  const readable = await openPage(link, { javaScriptEnabled: false });
  await readable.getByRole("heading", { name: "P&L <Lead>" }).waitFor();
  const titles = await readable.locator("career-ladder h3").allInnerTexts();
  expectEqual(titles.slice(0, 2), ["Trainee", "Associate PM"], "the readable ladder that the overlay makes");
  const heading = await readable.locator("career-ladder h2").innerText();
  expect(heading.startsWith("P&L <owners>") && heading.endsWith("[gallery]"), `the readable title is ${heading}`);
  return `outcome: ${outcome}`;
}

/** Who pastes a text that a word processor changed learns what to do in this dialog. The example in it is accepted. */
async function pasteExample(context) {
  const { page, canvas } = await openOwnLadder(context, "author", "The example");
  await page.getByRole("button", { name: "Paste", exact: true }).click();
  const example = await page.locator(".career-ladder-paste code").innerText();
  await page.getByLabel("Ladder in JSON").fill(example.replace(/"(.*?)"/g, "“$1”"));
  await page.getByRole("button", { name: "Use this ladder" }).click();
  const problems = page.locator(".career-ladder-problems");
  await problems.getByText(/quotes of the JSON are curly/).waitFor();
  await problems.getByText(/no `src` here\. .* plain text editor, .* upload the file/).waitFor();
  await page.getByLabel("Ladder in JSON").fill(example);
  await page.getByRole("button", { name: "Use this ladder" }).click();
  await canvas.locator("career-ladder").getByText("Senior", { exact: true }).first().waitFor();
  await page.getByText("Pasted: our-product").waitFor();
  expectEqual((await blockAttributes(page)).json, Buffer.from(example).toString("base64"), "the pasted ladder");
  expectEqual(page.errors, [], "errors of the editor");
}

/** Advice on a ladder in use stands below its controls, also when the post is edited again. */
async function advice(context) {
  const { url } = context;
  const { page } = await openOwnLadder(context, "author", "A ladder with advice");
  const notices = page.locator(".career-ladder-problems, .career-ladder-advice");
  const unknownColour = /^Line 8, column \d+: rungs\[0\]\.colour: unknown field/;
  await paste(page, "Paste", ADVISED_AND_BROKEN);
  await notices.nth(1).waitFor();
  const [errors, warnings] = await notices.all();
  expect(/not accepted:\s+Line 16, column \d+: rungs\[1\]\.level: /.test(await errors.innerText()), "the error is not the first");
  const [line] = await warnings.locator("li").allInnerTexts();
  expect(unknownColour.test(line), `the advice is ${line}`);

  await page.getByLabel("Ladder in JSON").fill(ADVISED);
  await page.getByRole("button", { name: "Use this ladder" }).click();
  const sidebar = page.locator(".career-ladder-own");
  await sidebar.locator(".career-ladder-advice li").getByText(unknownColour).waitFor();
  const { id } = await savePost(page);
  await openEditor(page, url, id);
  await selectBlock(page);
  await sidebar.locator(".career-ladder-advice li").getByText(unknownColour).waitFor();
  expectEqual(await page.locator(".career-ladder-problems").count(), 0, "errors of an accepted ladder");

  // An overlay is merged into the bundled ladder before it is looked at.
  await paste(page, "Edit", OVERLAY.replace('"senior-pm"', '"no-such-level"'));
  await sidebar.locator(".career-ladder-advice li").getByText(/no-such-level/).waitFor();
  expectEqual(page.errors, [], "errors of the editor");
}

const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** A broken file is refused with its problems; the mended one is accepted, found in the library, and shown. */
async function uploadLadder(context) {
  const { page, canvas } = await openOwnLadder(context, "author", "An uploaded ladder");
  const chooser = page.locator('.career-ladder-own input[type="file"]');
  await chooser.setInputFiles(file("tiny.json", BROKEN));
  await expectProblems(page);
  expectEqual((await blockAttributes(page)).attachment, 0, "the attachment after a broken file");
  await chooser.setInputFiles(file("tiny.json", TINY));
  await page.getByText("From the media library: tiny.json").waitFor();
  await canvas.locator("career-ladder").getByText("Learner").first().waitFor();
  expectEqual(await page.locator(".career-ladder-problems").count(), 0, "problems of the mended file");
  const { attachment } = await blockAttributes(page);

  await page.getByLabel("Ladder", { exact: true }).selectOption("The product career ladder");
  await page.getByLabel("Ladder", { exact: true }).selectOption("Your own ladder");
  await page.getByRole("button", { name: "Media library", exact: true }).click();
  await page.getByRole("tab", { name: "Media Library" }).click();
  await page.locator(".attachments .attachment").first().click();
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByText("From the media library: tiny.json").waitFor();
  expectEqual((await blockAttributes(page)).attachment, attachment, "the attachment");
  const { link } = await savePost(page);
  expectEqual(page.errors, [], "errors of the editor");

  const reader = await context.openPage(link);
  const widget = reader.locator("career-ladder");
  expect((await widget.getAttribute("src")).endsWith(".json"), "the widget has no address of a ladder");
  await widget.getByRole("heading", { name: "A tiny ladder" }).first().waitFor();
  const readable = await context.openPage(link, { javaScriptEnabled: false });
  await readable.getByText("Learns P&L").waitFor();
}

/** The classic editor inserts the shortcode where it would insert a link for another file. */
async function classicLibrary({ url, browser, openPage }) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  const { status, body } = await upload(page, "classic.json", TINY);
  expectEqual(status, 201, "the answer to an upload");
  await openClassicEditor(page, url, "A ladder from the library");
  await page.locator("#insert-media-button").click();
  await page.getByRole("tab", { name: "Media Library" }).click();
  await page.locator(`.attachments .attachment[data-id="${body.id}"]`).click();
  await page.getByRole("button", { name: "Insert into post" }).click();
  await page.waitForFunction(() => document.querySelector("#content")?.value);
  expectEqual(await page.locator("#content").inputValue(), `[career-ladder attachment="${body.id}"]`, "the inserted text");
  const link = await saveClassic(page, "published");
  const reader = await openPage(link);
  await reader.locator("career-ladder").getByRole("heading", { name: "A tiny ladder" }).first().waitFor();
}

/** Who may not edit a file may use it nevertheless, and the editor uses nothing that WordPress has given up. */
async function ladderOfAnother(context) {
  const { url, browser } = context;
  const owner = await logIn(browser, url, "administrator");
  await openEditor(owner, url);
  const { body } = await upload(owner, "of-another.json", TINY);
  const page = await logIn(browser, url, "author");
  const canvas = await openEditor(page, url);
  await insertOwn(page, { attachment: body.id });
  await canvas.locator("career-ladder").getByText("Learner").first().waitFor();
  await selectBlock(page);
  await page.getByText("From the media library: of-another.json").waitFor();
  expectEqual(await page.locator(".career-ladder-problems").count(), 0, "problems of another's ladder");
  expectEqual(page.errors, [], "errors of the editor");
  expectEqual(page.warnings.filter((text) => /media/i.test(text) && /deprecated/.test(text)), [], "warnings of the editor");
}

/** Inserts the block with an own ladder. */
async function insertOwn(page, attributes) {
  await page.evaluate((attributes) => {
    const block = window.wp.blocks.createBlock("career-ladder/ladder", attributes);
    window.wp.data.dispatch("core/block-editor").insertBlocks([block]);
  }, attributes);
}

/** A ladder that was deleted from the media library is named, in the sidebar and in the place of the preview. */
async function ladderGone({ url, browser }) {
  const page = await logIn(browser, url, "author");
  const canvas = await openEditor(page, url);
  await insertOwn(page, { attachment: 987654 });
  await selectBlock(page);
  const message = /The ladder 987654 cannot be read from the media library\. It was deleted/;
  await page.locator(".career-ladder-own .career-ladder-problems").getByText(message).waitFor();
  const block = canvas.locator('[data-type="career-ladder/ladder"]');
  await block.locator(".career-ladder-problems").getByText(message).waitFor();
  expectEqual(await block.locator("career-ladder").count(), 0, "widgets without a ladder");
  expectEqual(await page.getByText("From the media library:").count(), 0, "ladders that the sidebar names");
  await paste(page, "Paste", TINY);
  await block.locator("career-ladder").getByText("Learner").first().waitFor();
  expectEqual(await page.locator(".career-ladder-problems").count(), 0, "problems of the next ladder");
  expectEqual(page.errors, [], "errors of the editor");
}

/** Undoing and redoing change the block, and the sidebar says what the block is. */
async function undo(context) {
  const { page } = await openOwnLadder(context, "author", "Undone");
  const ladder = page.getByLabel("Ladder", { exact: true });
  const shown = () => ladder.evaluate((/** @type {any} */ list) => list.selectedOptions[0].text);
  const product = "The product career ladder";
  const own = "Your own ladder";
  await paste(page, "Paste", TINY);
  await page.getByText("Pasted: A tiny ladder").waitFor();
  const steps = [
    ["undo", "", product],
    ["redo", "A tiny ladder", own],
  ];
  for (const [step, title, expected] of steps) {
    await page.evaluate((step) => window.wp.data.dispatch("core/editor")[step](), step);
    await page.getByText("Pasted: A tiny ladder").waitFor({ state: title ? "visible" : "hidden" });
    expectEqual(await shown(), expected, `the ladder in the sidebar after ${step}`);
  }
  await ladder.selectOption(product);
  await page.evaluate(() => window.wp.data.dispatch("core/editor").undo());
  await page.getByText("Pasted: A tiny ladder").waitFor();
  expectEqual(await shown(), own, "the ladder in the sidebar after undoing the choice of another one");
  expectEqual(page.errors, [], "errors of the editor");
}

/** Plugins move files to other hosts. The widget reads the ladder there; feeds and readers without scripts get a link. */
async function elsewhere({ url, browser, openPage }) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  // The test's helper hides a file of this name from PHP.
  const { body } = await upload(page, "elsewhere.json", TINY);
  const content = `<!-- wp:career-ladder/ladder {"attachment":${body.id}} /-->[career-ladder attachment="${body.id}"]`;
  const { link } = await publishPost(page, "A ladder elsewhere", content);
  const reader = await openPage(link);
  for (const number of [0, 1]) {
    await reader.locator("career-ladder").nth(number).getByRole("heading", { name: "A tiny ladder" }).first().waitFor();
  }
  const readable = await openPage(link, { javaScriptEnabled: false });
  const links = await readable.locator("career-ladder a").evaluateAll((all) => all.map(({ href, textContent }) => [href, textContent]));
  expectEqual(links, Array(2).fill([body.source_url, "elsewhere"]), "the links for readers without scripts");
  await page.goto(link);
  expectEqual(await page.locator(".career-ladder-notice").count(), 0, "notices for the author");
}

/** The language that was chosen for a bundled ladder is not that of an own one. */
async function ownLanguage({ url, browser, openPage }) {
  const page = await logIn(browser, url, "author");
  const canvas = await openEditor(page, url);
  const json = Buffer.from(TINY).toString("base64");
  await insertOwn(page, { lang: "de", json });
  await canvas.locator("career-ladder").getByText("Learner").first().waitFor();
  expectEqual(await canvas.locator("career-ladder").getAttribute("lang"), null, "the language in the editor");
  const { link } = await publishPost(page, "In its own language", `<!-- wp:career-ladder/ladder {"lang":"de","json":"${json}"} /-->`);
  const reader = await openPage(link);
  await reader.locator("career-ladder").getByRole("heading", { name: "A tiny ladder" }).first().waitFor();
  expectEqual(await reader.locator("career-ladder").getAttribute("lang"), null, "the language on the page");
}

/** A contributor may not upload files, so the plugin offers, advises and allows no upload either. */
async function contributor(context) {
  const { page } = await openOwnLadder(context, "contributor", "A draft");
  expectEqual(await page.getByRole("button", { name: "Upload", exact: true }).count(), 0, "buttons to upload");
  expectEqual(await page.getByRole("button", { name: "Media library", exact: true }).count(), 0, "buttons of the library");
  const { status } = await upload(page, "tiny.json", TINY);
  expectEqual(status, 403, "the answer to an upload");
  await paste(page, "Paste", TINY.replaceAll('"', "”"));
  await page.locator(".career-ladder-problems").getByText(/plain text editor, then paste it from there\.$/).waitFor();
  await page.getByLabel("Ladder in JSON").fill(TINY);
  await page.getByRole("button", { name: "Use this ladder" }).click();
  await page.getByText("Pasted: A tiny ladder").waitFor();
}
