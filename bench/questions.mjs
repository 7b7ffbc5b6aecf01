// The ten questions that every quiz asks: first the one about the title, then nine of a bundled ladder.

import { readFileSync } from "node:fs";

const ladder = JSON.parse(readFileSync(new URL("../ladders/product.json", import.meta.url), "utf8"));
/** The widget's question about the title, as in `src/catalog.rs`. */
const TITLE_QUESTION = "What is your title today?";
const COUNT = 10;

/** The mean level of the rungs that an answer is typical of. */
const level = (is) => {
  const levels = [is].flat().map((id) => ladder.rungs.find((rung) => rung.id === id).level);
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
};

const title = {
  id: "title",
  ask: TITLE_QUESTION,
  answers: ladder.rungs.map((rung) => ({
    say: [rung.title, ...(rung.also?.length ? [`also ${rung.also.join(", ")}`] : [])].join(" "),
    level: rung.level,
  })),
};

/** Orders questions as an author would: one about each dimension, then a second one about each, and so on. */
const inRounds = (questions) => {
  const counts = new Map();
  const round = ({ about }) => counts.set(about, (counts.get(about) ?? -1) + 1).get(about);
  return questions
    .map((question) => [round(question), question])
    .sort(([a], [b]) => a - b)
    .map(([, question]) => question);
};

export const questions = [
  title,
  ...inRounds(ladder.questions)
    .slice(0, COUNT - 1)
    .map(({ id, ask, answers }) => ({ id, ask, answers: answers.map(({ say, is }) => ({ say, level: level(is) })) })),
];

/** The rungs that an outcome can name. */
export const rungs = ladder.rungs.map(({ title, level, role }) => ({ title, level, role }));
