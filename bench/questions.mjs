// The ten questions that everybody asks: those of a bundled ladder, the one for the title first.

import { readFileSync } from "node:fs";

const ladder = JSON.parse(readFileSync(new URL("../ladders/product.json", import.meta.url), "utf8"));
/** As the widget asks for the title; `words.rs` has it. */
const TITLE = "What is your title today?";
const ASKED = 10;

const level = (is) => {
  const levels = [is].flat().map((id) => ladder.rungs.find((rung) => rung.id === id).level);
  return levels.reduce((sum, one) => sum + one, 0) / levels.length;
};

const title = {
  id: "title",
  ask: TITLE,
  answers: ladder.rungs.map((rung) => ({
    say: [rung.title, ...(rung.also?.length ? [`also ${rung.also.join(", ")}`] : [])].join(" "),
    level: rung.level,
  })),
};

/** One question of each dimension, then a second of each, as a quiz about several things would be put together. */
const rounds = (questions) => {
  const places = new Map();
  const round = ({ about }) => places.set(about, (places.get(about) ?? -1) + 1).get(about);
  return questions
    .map((question) => [round(question), question])
    .sort(([one], [other]) => one - other)
    .map(([, question]) => question);
};

export const questions = [
  title,
  ...rounds(ladder.questions)
    .slice(0, ASKED - 1)
    .map(({ id, ask, answers }) => ({ id, ask, answers: answers.map(({ say, is }) => ({ say, level: level(is) })) })),
];

/** What an outcome may be. */
export const rungs = ladder.rungs.map(({ title, level, role }) => ({ title, level, role }));
