// Checks what a published page has, and that it has nothing else.

import { logIn, openEditor, publishPost } from "./admin.mjs";
import { expect, expectEqual } from "./expect.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const pageCases = [
  ["three widgets, one loader", threeWidgets],
  ["classic theme", classicTheme],
  ["feed and excerpt", feed],
  ["without scripts", withoutScripts],
  ["page in German", inGerman],
  ["colours: those of CSS are on the page, and nothing else", colours],
  ["page without a widget loads nothing", withoutWidget],
];

/**
 * Publishes a post as the administrator, and returns its page and its data.
 */
async function publish({ url, browser }, title, content) {
  const page = await logIn(browser, url, "administrator");
  await openEditor(page, url);
  return publishPost(page, title, content);
}

const BLOCK = "<!-- wp:career-ladder/ladder /-->";

/** All requests of a page, once it has settled. */
async function requestsOf(openPage, link) {
  const page = await openPage("about:blank");
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(link, { waitUntil: "networkidle" });
  return requests;
}

async function threeWidgets(context) {
  const shortcode = '<!-- wp:shortcode -->[career-ladder ladder="product-stages"]<!-- /wp:shortcode -->';
  const { link } = await publish(context, "Three widgets", `${BLOCK}${shortcode}${BLOCK}`);
  const html = await (await fetch(link)).text();
  const scripts = html.match(/<script[^>]+career-ladder\.js[^>]*>/g) ?? [];
  expectEqual(scripts.length, 1, "the number of the loader's scripts");
  expect(/ async\b/.test(scripts[0]), "the loader keeps the page waiting");
  const requests = await requestsOf(context.openPage, link);
  expectEqual(requests.filter((url) => url.includes("career-ladder.js")).length, 1, "requests for the loader");
  const foreign = requests.filter((url) => !url.startsWith(context.url) && !/gravatar|data:|blob:/.test(url));
  expectEqual(foreign, [], "requests to other sites");
  const page = await context.openPage(link);
  const outcomes = await context.clickThrough(page, { widgets: 3 });
  const texts = page.locator(".career-ladder-text");
  expect(await texts.evaluateAll((texts) => texts.every((text) => text.closest("career-ladder"))), "a readable ladder has left its element");
  return `outcomes: ${outcomes.join("; ")}`;
}

async function classicTheme(context) {
  const { link } = await publish(context, "In a classic theme", BLOCK);
  const page = await context.openPage(context.url);
  await page.context().addCookies([{ name: "theme", value: "twentytwentyone", url: context.url }]);
  await page.goto(link);
  expect(await page.locator("link#twenty-twenty-one-style-css").count(), "the theme is not the classic one");
  const inHead = await page.locator("head style#career-ladder-inline-css").count();
  expectEqual(inHead, 1, "the style in the head");
  const [outcome] = await context.clickThrough(page);
  return `outcome: ${outcome}`;
}

async function feed(context) {
  const { excerpt } = await publish(context, "For the feed", `<!-- wp:paragraph --><p>An introduction.</p><!-- /wp:paragraph -->${BLOCK}`);
  expectEqual(excerpt.trim(), "<p>An introduction.</p>", "the excerpt");
  const xml = await (await fetch(`${context.url}?feed=rss2`)).text();
  const item = xml.split("<item>").find((item) => item.includes("For the feed")) ?? "";
  expect(/<section[^]*Senior PM/.test(item), "the readable ladder is not in the feed");
  for (const unwanted of ["<career-ladder", "<script", "<style", "application/json"]) {
    expect(!item.includes(unwanted), `${unwanted} is in the feed`);
  }
}

async function withoutScripts(context) {
  const { link } = await publish(context, "Without scripts", BLOCK);
  const page = await context.openPage(link, { javaScriptEnabled: false });
  await page.getByText("Senior PM").first().waitFor();
  const { scrolls } = await page.locator("career-ladder").evaluate((element) => ({ scrolls: element.scrollHeight > element.clientHeight + 1 }));
  expect(!scrolls, "a reader without scripts must scroll inside the ladder");
}

async function inGerman(context) {
  const { link } = await publish(context, "Auf Deutsch", '<!-- wp:career-ladder/ladder {"lang":"de"} /-->');
  const html = await (await fetch(link)).text();
  expect(/<career-ladder[^>]* lang="de"[^>]*><section[^>]* lang="de"/.test(html), "the readable ladder is not in German");
  const page = await context.openPage(link);
  await page.locator("career-ladder").getByRole("heading", { name: "Karriereleiter im Produkt" }).waitFor();
}

/** Colours that the editor takes from a theme or from its author. */
const COLOURS = [
  "#b4480f",
  "rebeccapurple",
  "rgb(180 72 15 / 50%)",
  "hsl(120deg 50% 40%)",
  "hwb(0.5turn 10% 20%)",
  "oklch(0.6 0.15 250)",
  "var(--wp--preset--color--accent-1, #fff)",
  "color-mix(in srgb, currentColor 85%, transparent)",
  "color-mix(in oklab, var(--a, rgb(0 0 0)) calc(10% * 2), white)",
];

/** Values that are no colours, or that would do more than colour the widget. */
const NO_COLOURS = [
  "red;position:fixed",
  "red}",
  'var(--a, "x")',
  "url(https://example.com/)",
  "var(--a, url(//example.com/))",
  "var(--a, image-set(red))",
  "rgb(1, 2, 3",
  "rgb(1, 2, 3))",
  "rgb(/* 1)",
  "var(--a, \\3b)",
  "rgb()",
];

async function colours(context) {
  const block = (accent) => `<!-- wp:career-ladder/ladder ${JSON.stringify({ accent }).replace(/--/g, "\\u002d\\u002d")} /-->`;
  const { link } = await publish(context, "Colours", [...COLOURS, ...NO_COLOURS].map(block).join(""));
  const page = await context.openPage(link, { javaScriptEnabled: false });
  const styles = await page.locator("career-ladder").evaluateAll((all) => all.map((element) => element.getAttribute("style")));
  const reserved = "display:block;min-height:560px";
  const expected = [...COLOURS.map((colour) => `${reserved};--ladder-accent:${colour}`), ...NO_COLOURS.map(() => reserved)];
  expectEqual(styles, expected, "the styles");
  const invalid = await page.evaluate((colours) => colours.filter((colour) => !CSS.supports("color", colour)), COLOURS);
  expectEqual(invalid, [], "colours that the browser does not know");
}

async function withoutWidget(context) {
  const { link } = await publish(context, "No widget", "<!-- wp:paragraph --><p>Only text.</p><!-- /wp:paragraph -->");
  const html = await (await fetch(link)).text();
  expect(!/career-ladder(?!s)/i.test(html), "the page has something of the plugin");
  const requests = await requestsOf(context.openPage, link);
  expectEqual(requests.filter((url) => url.includes("career-ladder")), [], "requests of the plugin");
}
