// The readable ladder that an overlay makes. PHP merges it, by the rules of the widget's ladder reader.

import { logIn, openEditor, publishPost } from "./admin.mjs";
import { expectEqual } from "./expect.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const readableCases = [
  ["readable overlay: an empty list empties, an empty object changes nothing", emptyValues],
  ["readable overlay: levels stand where the widget puts them", places],
];

/** The readable ladder and the widget of a post with a pasted overlay. */
async function pagesOf({ url, browser, openPage }, title, fields) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  const overlay = { format: 1, extends: "product", id: "our-product", ...fields };
  const json = Buffer.from(JSON.stringify(overlay)).toString("base64");
  const { link } = await publishPost(page, title, `<!-- wp:career-ladder/ladder {"json":"${json}"} /-->`);
  const widget = (await openPage(link)).locator("career-ladder");
  await widget.getByRole("button", { name: "Find my stage" }).waitFor();
  return { readable: (await openPage(link, { javaScriptEnabled: false })).locator("career-ladder"), widget };
}

async function emptyValues(context) {
  const rungs = { pm: {}, "senior-pm": { changes: [], success: ["Only this."] } };
  const { readable } = await pagesOf(context, "Empty values", { stages: {}, rungs });
  const levels = await readable.locator("h3").evaluateAll((headings) =>
    headings.map((heading) => {
      const list = heading.nextElementSibling?.nextElementSibling;
      return [heading.textContent, list?.localName === "ul" ? [...list.children].map((item) => item.textContent) : []];
    }),
  );
  const itemsOf = Object.fromEntries(levels);
  expectEqual(itemsOf["Senior PM"], ["Only this."], "the items of the changed level");
  expectEqual(itemsOf["Product Manager"]?.length > 1, true, "whether the level with an empty change has its items");
}

async function places(context) {
  const rungs = {
    beginner: { after: "", title: "Beginner", stage: "foundation" },
    newcomer: { after: "", title: "Newcomer", stage: "foundation" },
    founder: { after: "no-such-level", title: "Founder", stage: "leadership" },
    foundation: { title: "Foundation" },
  };
  const { readable, widget } = await pagesOf(context, "Places", { extends: "product-stages", rungs });
  const titles = ["Beginner", "Newcomer", "Foundation", "Iterative growth", "Strategic leadership", "Founder"];
  expectEqual(await readable.locator("h3").allInnerTexts(), titles, "the levels");
  const rungsOfWidget = await widget.locator('[part~="rung"]').allInnerTexts();
  const shown = rungsOfWidget.map((text) => titles.find((title) => text.includes(title)) ?? text);
  // It draws the highest level at the top.
  expectEqual(shown.reverse(), titles, "the levels of the widget");
}
