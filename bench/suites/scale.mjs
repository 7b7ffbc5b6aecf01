// How the figures grow with the widgets on a page, and with the rungs and questions of a ladder.

import { generateLadder } from "../ladders.mjs";
import { paragraphs, post, snippet, snippets } from "../post.mjs";
import { summarize } from "../statistics.mjs";
import { measureEmptyPage, measureQuiz } from "../quiz.mjs";
import { OURS } from "./rivals.mjs";

const BEFORE = paragraphs(2);
/** Numbers of widgets on one page, all with a bundled ladder. */
const WIDGETS = [1, 5, 20];
/** Sizes of a ladder that is fetched by its address, which makes the page fetch the reader of ladder files too. */
const LADDERS = [
  { series: "rungs", rungs: 6, questions: 24 },
  { series: "rungs", rungs: 50, questions: 24 },
  { series: "rungs", rungs: 200, questions: 24 },
  { series: "questions", rungs: 6, questions: 10 },
  { series: "questions", rungs: 6, questions: 100 },
  { series: "questions", rungs: 6, questions: 1_000 },
  { series: "both", rungs: 200, questions: 1_000 },
];

const CASES = [
  ...WIDGETS.map((widgets) => ({ series: "widgets", name: `widgets-${widgets}`, widgets, of: `${widgets}` })),
  ...LADDERS.map(({ series, rungs, questions }) => {
    const of = { rungs: `${rungs}`, questions: `${questions}`, both: `${rungs} and ${questions}` }[series];
    return { series, name: `ladder-${rungs}-${questions}`, rungs, questions, widgets: 1, of };
  }),
];

export async function prepare(site) {
  site.add("/scale-nothing.html", post("nothing", BEFORE));
  for (const { name, widgets, rungs, questions } of CASES) {
    const embedded = rungs ? snippet(`src="/${name}.json" start="quiz" loading="eager"`) : snippets(widgets, OURS);
    site.add(`/${name}.html`, post("ours", `${BEFORE}\n${embedded}`));
    if (rungs) {
      site.add(`/${name}.json`, generateLadder(rungs, questions));
    }
  }
}

export async function run({ browser, origin, rounds, log }) {
  const figures = CASES.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const { heap } = await measureEmptyPage(browser, `${origin}/scale-nothing.html`);
    for (const [index, { name, widgets }] of CASES.entries()) {
      log(`round ${round + 1} of ${rounds}: ${name}`);
      figures[index].push(await measureQuiz(browser, `${origin}/${name}.html`, { widgets, emptyHeap: heap }));
    }
  }
  return CASES.map(({ series, of }, index) => ({ series, of, figures: summarize(figures[index]) }));
}
