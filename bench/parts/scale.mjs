// How each figure grows with the widgets of a page, the rungs of a ladder, and its questions.

import { ladder } from "../ladders.mjs";
import { line, lines, paragraphs, post } from "../post.mjs";
import { summary } from "../figures.mjs";
import { nothing, quiz } from "./quiz.mjs";
import { OURS } from "./rivals.mjs";

const BEFORE = paragraphs(2);
/** Widgets on one page, all with a bundled ladder. */
const WIDGETS = [1, 5, 20];
/** Rungs and questions of a ladder that is fetched by its address, so that the reader is fetched too. */
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
    const ours = rungs ? line(`src="/${name}.json" start="quiz" loading="eager"`) : lines(widgets, OURS);
    site.add(`/${name}.html`, post("ours", `${BEFORE}\n${ours}`));
    if (rungs) {
      site.add(`/${name}.json`, ladder(rungs, questions));
    }
  }
}

export async function run({ browser, origin, rounds, say }) {
  const figures = CASES.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const { heap } = await nothing(browser, `${origin}/scale-nothing.html`);
    for (const [place, { name, widgets }] of CASES.entries()) {
      say(`round ${round + 1} of ${rounds}: ${name}`);
      figures[place].push(await quiz(browser, `${origin}/${name}.html`, { widgets, emptyHeap: heap }));
    }
  }
  return CASES.map(({ series, of }, place) => ({ series, of, figures: summary(figures[place]) }));
}
