// What a post pays for us while its readers have not come near the widget.

import { Load } from "../browser.mjs";
import { line, paragraphs, post } from "../post.mjs";
import { summary, sum } from "../figures.mjs";
import { picture } from "../png.mjs";

/** So many paragraphs are some windows high. */
const ABOVE = 40;
const KINDS = ["text", "picture"];
const PICTURE = `<img src="/picture.png" width="900" height="450" alt="">`;

export async function prepare(site) {
  site.add("/picture.png", picture(900, 450));
  for (const kind of KINDS) {
    const body = `${kind === "picture" ? PICTURE : ""}\n${paragraphs(ABOVE)}`;
    site.add(`/cost-${kind}-without.html`, post("nothing", body));
    site.add(`/cost-${kind}-with.html`, post("nothing", `${body}\n${line('ladder="product"')}`));
  }
}

export async function run({ browser, origin, rounds, say }) {
  const figures = {};
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) {
      for (const which of round % 2 ? ["with", "without"] : ["without", "with"]) {
        say(`round ${round + 1} of ${rounds}: ${kind}, ${which} the widget`);
        (figures[`${kind}-${which}`] ??= []).push(await visit(browser, `${origin}/cost-${kind}-${which}.html`));
      }
    }
  }
  return Object.fromEntries(Object.entries(figures).map(([name, rounds]) => [name, summary(rounds)]));
}

async function visit(browser, url) {
  const load = await Load.open(browser);
  try {
    await load.visit(url);
    await load.page.waitForLoadState("load");
    await load.settle();
    const { longTasks, longTaskCount, shift, largest } = await load.run("bench.costs()");
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
