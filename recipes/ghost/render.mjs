// Does in Node what Ghost does with cards and themes, by Ghost's own libraries. `test.mjs` copies this beside them.
//
//   node render.mjs OUT HOST

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

// As Ghost loads them; some of them cannot be imported as modules.
const require = createRequire(import.meta.url);
const { email: plainText } = require("@tryghost/html-to-plaintext");
const { DEFAULT_NODES } = require("@tryghost/kg-default-nodes");
const { LexicalHTMLRenderer } = require("@tryghost/kg-lexical-html-renderer");
const { load } = require("cheerio/slim");
const hbs = require("express-hbs");
const gscan = require("gscan");
const juice = require("juice");

const [, , out, host] = process.argv;
const theme = "theme";

/** @param {string} file */
const read = (file) => readFileSync(file, "utf8").replaceAll("https://HOST", host).trim();
const CARD = read("html-card.html");
const SHORT_CARD = read("html-card-with-theme.html");
const OWN_CARD = read("cards/own-ladder.html");

const POST_URL = "https://example.org/a-post/";

/**
 * The HTML of a post with one card.
 * @param {object} card
 * @param {"html" | "email"} target
 */
function renderCard(card, target) {
  const root = { type: "root", version: 1, direction: null, format: "", indent: 0, children: [{ version: 1, ...card }] };
  const options = { target, siteUrl: "https://example.org/", postUrl: POST_URL, design: {}, feature: {} };
  return new LexicalHTMLRenderer({ nodes: DEFAULT_NODES }).render(JSON.stringify({ root }), options);
}

/**
 * The letter with a post: what `email-renderer.js` of Ghost 6 does, apart from what it adds around the post.
 * @param {string} html
 */
function letter(html) {
  const absolute = load(html);
  absolute("a").attr("href", (_, href) => new URL(href, POST_URL).href);
  const styled = juice(absolute.html(), {
    inlinePseudoElements: true,
    removeStyleTags: true,
    resolveCSSVariables: false,
  });
  const $ = load(styled);
  $("a").attr("target", "_blank");
  return $.html();
}

/**
 * What a mail program leaves of a letter: it drops scripts, and tags that it does not know, but not what is between them.
 * @param {string} html
 */
function inMailProgram(html) {
  const $ = load(html);
  $("script, style").remove();
  $("career-ladder").each((_, element) => void $(element).replaceWith($(element).contents()));
  return $.html();
}

const engine = hbs.create();
const render = promisify(engine.express4({ partialsDir: join(theme, "partials") }));
engine.registerHelper("asset", (path) => new engine.SafeString(`/assets/${path}?v=0123456789`));
engine.registerHelper("content", function () {
  return new engine.SafeString(this.html);
});
engine.updateTemplateOptions({
  data: { site: { title: "A site", locale: "en" }, page: { show_title_and_feature_image: true } },
});
// What these write in Ghost has nothing to do with the widget. `link` and `lang` are there because they must not be called.
for (const name of ["ghost_head", "ghost_foot", "meta_title", "body_class", "post_class"]) {
  engine.registerHelper(name, () => "");
}
for (const name of ["link", "lang"]) {
  engine.registerHelper(name, () => {
    throw new Error(`{{${name}}} calls Ghost's helper`);
  });
}

/**
 * A page of the theme.
 * @param {string} template
 * @param {object} [post]
 */
function page(template, post) {
  const settings = { views: theme, "view engine": "hbs" };
  return render(join(process.cwd(), theme, `${template}.hbs`), { settings, post, _locals: {} });
}

/** @param {string} name @param {string} text */
function write(name, text) {
  mkdirSync(join(out, name), { recursive: true });
  writeFileSync(join(out, name, "index.html"), text);
}

/**
 * A card in a post on the web.
 * @param {string} name
 * @param {string} template
 * @param {object} card
 */
async function web(name, template, card) {
  const html = await renderCard(card, "html");
  if (card.type === "html" && !html.includes(card.html)) {
    throw new Error(`the HTML card became ${html}`);
  }
  write(`web/${name}`, await page(template, { title: name, html }));
}

/**
 * A card in a letter: as Ghost sends it, in a mail program, and as plain text.
 * @param {string} name
 * @param {object} card
 */
async function mail(name, card) {
  const sent = letter(await renderCard(card, "email"));
  write(`sent/${name}`, `<!doctype html>\n${sent}`);
  write(`read/${name}`, `<!doctype html>\n${inMailProgram(sent)}`);
  write(`text/${name}`, plainText(sent));
}

const cards = {
  "html-card": { type: "html", html: CARD },
  "own-ladder": { type: "html", html: OWN_CARD },
  "markdown-card": { type: "markdown", markdown: `"Where do I stand?"\n\n${CARD}\n\nText after.` },
};
for (const [name, card] of Object.entries(cards)) {
  await web(name, "post", card);
  await mail(name, card);
}
const withTheme = { type: "html", html: SHORT_CARD };
await web("card-with-theme", "page", withTheme);
await mail("card-with-theme", withTheme);
write("web/theme", await page("index"));
write("web/form", await page("form"));

const { results } = gscan.format(await gscan.check(theme, { checkVersion: "v6" }));
writeFileSync(join(out, "gscan.json"), JSON.stringify(results.error));
