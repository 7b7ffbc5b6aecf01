// The cost of the widget for a post while its readers are still far above it.

import { PageLoad } from "../browser.mjs";
import { paragraphs, post, snippet } from "../post.mjs";
import { sum, summarize } from "../statistics.mjs";
import { generatePicture } from "../png.mjs";

/** Paragraphs above the widget: several screens, so that it is not near enough to load. */
const PARAGRAPHS_ABOVE = 40;
const KINDS = ["text", "picture"];
const PICTURE = `<img src="/picture.png" width="900" height="450" alt="">`;

export async function prepare(site) {
  site.add("/picture.png", generatePicture(900, 450));
  for (const kind of KINDS) {
    const body = `${kind === "picture" ? PICTURE : ""}\n${paragraphs(PARAGRAPHS_ABOVE)}`;
    site.add(`/cost-${kind}-without.html`, post("nothing", body));
    site.add(`/cost-${kind}-with.html`, post("nothing", `${body}\n${snippet('ladder="product"')}`));
  }
}

export async function run({ browser, origin, rounds, log }) {
  const figures = {};
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) {
      // Alternately, so that neither variant always comes first.
      for (const variant of round % 2 ? ["with", "without"] : ["without", "with"]) {
        log(`round ${round + 1} of ${rounds}: ${kind}, ${variant} the widget`);
        const name = `${kind}-${variant}`;
        (figures[name] ??= []).push(await measureCost(browser, `${origin}/cost-${name}.html`));
      }
    }
  }
  return Object.fromEntries(Object.entries(figures).map(([name, rounds]) => [name, summarize(rounds)]));
}

async function measureCost(browser, url) {
  const load = await PageLoad.open(browser);
  try {
    await load.visit(url);
    await load.page.waitForLoadState("load");
    await load.waitForIdleNetwork();
    const { longTasks, longTaskCount, shift, largest } = await load.run("bench.pageCosts()");
    const requests = load.requests();
    return {
      bytes: sum(requests.map(({ bytes }) => bytes)),
      requests: requests.length,
      longTasks,
      longTaskCount,
      shift,
      largest,
    };
  } finally {
    await load.close();
  }
}
