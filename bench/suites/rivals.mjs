// The same ten questions by several quizzes, in turn.

import { paragraphs, post, rivalSnippet, snippet } from "../post.mjs";
import { bundleRivals } from "../bundle.mjs";
import { median, summarize } from "../statistics.mjs";
import { measureEmptyPage, measureQuiz } from "../quiz.mjs";

/** The attributes of the widget in comparisons. */
export const OURS = 'ladder="product" start="quiz" loading="eager"';
const BEFORE = paragraphs(2);
const AFTER = paragraphs(3);

export async function prepare(site) {
  site.add("/rivals-nothing.html", post("nothing", `${BEFORE}\n${AFTER}`));
  site.add("/rivals-ours.html", post("ours", `${BEFORE}\n${snippet(OURS)}\n${AFTER}`));
  for (const [name, script] of Object.entries(await bundleRivals())) {
    site.add(`/${name}.js`, script);
    site.add(`/rivals-${name}.html`, post(name, `${BEFORE}\n${rivalSnippet(name)}\n${AFTER}`));
  }
}

const QUIZZES = ["ours", "preact", "react", "survey", "bare"];

export async function run({ browser, origin, rounds, log }) {
  const figures = Object.fromEntries(QUIZZES.map((name) => [name, []]));
  const empty = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(await measureEmptyPage(browser, `${origin}/rivals-nothing.html`));
    for (const name of QUIZZES) {
      log(`round ${round + 1} of ${rounds}: ${name}`);
      const widgets = name === "ours" ? 1 : 0;
      figures[name].push(
        await measureQuiz(browser, `${origin}/rivals-${name}.html`, { widgets, emptyHeap: empty.at(-1).heap }),
      );
    }
  }
  return {
    quizzes: Object.fromEntries(QUIZZES.map((name) => [name, summarize(figures[name])])),
    empty: summarize(empty),
    waterfall: waterfall(figures.ours),
  };
}

/** The requests of the page with career-ladder, with the median of each figure. */
function waterfall(loads) {
  return loads[0].waterfall.map(({ name }, index) => {
    const figure = (key) => median(loads.map(({ waterfall }) => waterfall[index]?.[key] ?? 0));
    return { name, sent: figure("sent"), ended: figure("ended"), bytes: figure("bytes") };
  });
}
