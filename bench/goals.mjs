// What was promised of these figures, and whether it holds.

import { share, time, times } from "./format.mjs";

/** A frame, where the screen shows 60 a second. */
const FRAME = 1_000 / 60;

/** Each goal in words, what was measured, and whether it holds. */
export function goals({ rivals, cost, scale, motion }) {
  const all = [];
  const add = (words, measured, holds) => all.push({ words, measured, holds });
  if (rivals) {
    const { bare, ours, preact, survey } = rivals.figures.quizzes;
    const ratio = (name) => ours[name].median / preact[name].median;
    add(
      "first question answerable no later than Preact's",
      `${times(ratio("answerable"))} ×`,
      ratio("answerable") <= 1,
    );
    const later = survey.answerable.median / ours.answerable.median;
    const least = survey.answerable.median / bare.answerable.median;
    add(
      "SurveyJS's answerable at least 5 times later than ours",
      `${times(later)} ×, than bare radio buttons ${times(least)} ×`,
      later >= 5,
    );
    add(
      "answered at once, second question at most 1.6 times as late as Preact's",
      `${times(ratio("second"))} ×`,
      ratio("second") <= 1.6,
    );
    const frames = (ours.next.median - preact.next.median) / FRAME;
    const next = `${times(ratio("next"))} ×, ${times(frames)} frames more`;
    add(
      "from click to next question at most 1.2 times Preact's, or one frame more",
      next,
      ratio("next") <= 1.2 || frames <= 1,
    );
    add("a choice is marked in the next frame", `${ours.frames.most} at the most`, ours.frames.most <= 1);
  }
  if (cost) {
    for (const kind of ["text", "picture"]) {
      const [without, widget] = ["without", "with"].map((which) => cost.figures[`${kind}-${which}`]);
      const post = `a post with ${kind === "text" ? "text alone" : "a picture"}, the widget far below`;
      add(`${post}: no layout shift`, share(widget.shift.most), widget.shift.most === 0);
      const tasks = `${widget.longTaskCount.median}, without us ${without.longTaskCount.median}`;
      add(`${post}: no long task more`, tasks, widget.longTaskCount.median <= without.longTaskCount.median);
      const noise = `${time(without.largest.least)} to ${time(without.largest.most)}`;
      const largest = `${time(widget.largest.median)}, without us ${noise}`;
      add(`${post}: largest contentful paint within the noise`, largest, widget.largest.median <= without.largest.most);
    }
  }
  if (scale) {
    const { figures } = scale.figures.find(({ series }) => series === "both");
    add(
      "200 rungs and 1,000 questions: a choice is marked in the next frame",
      `${figures.frames.most} at the most`,
      figures.frames.most <= 1,
    );
    const worst = figures.nextWorst.median;
    add(
      "200 rungs and 1,000 questions: next question within 100 ms",
      `${time(worst)}, the worst of four`,
      worst <= 100,
    );
  }
  if (motion) {
    // Until the last thing stands, though the layers of those that stand already are given up before.
    const [layouts, paints] = ["Layout", "Paint"].map(
      (name) => motion.figures[name].most + motion.figures[`${name}Later`].most,
    );
    add("no layout and no paint until all that moves stands", `${layouts} and ${paints}`, layouts + paints === 0);
  }
  return all;
}
