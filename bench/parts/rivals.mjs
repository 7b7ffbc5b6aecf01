// The same ten questions by four quizzes, in turn.

import { line, paragraphs, post, rival } from "../post.mjs";
import { rivals } from "../rivals.mjs";
import { median, summary } from "../figures.mjs";
import { nothing, quiz } from "./quiz.mjs";

export const OURS = 'ladder="product" start="quiz" loading="eager"';
const BEFORE = paragraphs(2);
const AFTER = paragraphs(3);

export async function prepare(site) {
  site.add("/rivals-nothing.html", post("nothing", `${BEFORE}\n${AFTER}`));
  site.add("/rivals-ours.html", post("ours", `${BEFORE}\n${line(OURS)}\n${AFTER}`));
  for (const [name, script] of Object.entries(await rivals())) {
    site.add(`/${name}.js`, script);
    site.add(`/rivals-${name}.html`, post(name, `${BEFORE}\n${rival(name)}\n${AFTER}`));
  }
}

const NAMES = ["ours", "preact", "react", "survey", "bare"];

export async function run({ browser, origin, rounds, say }) {
  const figures = Object.fromEntries(NAMES.map((name) => [name, []]));
  const empty = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(await nothing(browser, `${origin}/rivals-nothing.html`));
    for (const name of NAMES) {
      say(`round ${round + 1} of ${rounds}: ${name}`);
      const widgets = name === "ours" ? 1 : 0;
      figures[name].push(
        await quiz(browser, `${origin}/rivals-${name}.html`, { widgets, emptyHeap: empty.at(-1).heap }),
      );
    }
  }
  return {
    quizzes: Object.fromEntries(NAMES.map((name) => [name, summary(figures[name])])),
    empty: summary(empty),
    waterfall: waterfall(figures.ours),
  };
}

/** What our page fetches: the medians of each request. */
function waterfall(loads) {
  return loads[0].waterfall.map(({ name }, place) => {
    const all = (key) => median(loads.map(({ waterfall }) => waterfall[place]?.[key] ?? 0));
    return { name, sent: all("sent"), ended: all("ended"), bytes: all("bytes") };
  });
}
