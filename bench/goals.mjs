// The goals for the figures, and whether the recorded figures meet them.

import { fraction, ratio, time } from "./format.mjs";

/** The duration of a frame in milliseconds, on a screen that shows 60 a second. */
const FRAME = 1_000 / 60;

function rivalsGoals({ quizzes: { bare, ours, preact, survey } }) {
  const toPreact = (figure) => ours[figure].median / preact[figure].median;
  const surveyToOurs = survey.answerable.median / ours.answerable.median;
  const surveyToBare = survey.answerable.median / bare.answerable.median;
  const extraFrames = (ours.next.median - preact.next.median) / FRAME;
  return [
    {
      goal: "the first question is answerable no later than with Preact",
      measured: `${ratio(toPreact("answerable"))} × Preact's time`,
      holds: toPreact("answerable") <= 1,
    },
    {
      goal: "with SurveyJS the first question is answerable at least 5 times later",
      measured: `${ratio(surveyToOurs)} × our time, ${ratio(surveyToBare)} × that of bare radio buttons`,
      holds: surveyToOurs >= 5,
    },
    {
      goal: "answered at once: the second question is painted within 1.6 times Preact's time",
      measured: `${ratio(toPreact("second"))} ×`,
      holds: toPreact("second") <= 1.6,
    },
    {
      goal: "click to next question: within 1.2 times Preact's time, or one frame more",
      measured: `${ratio(toPreact("next"))} ×, ${ratio(extraFrames)} frames more`,
      holds: toPreact("next") <= 1.2 || extraFrames <= 1,
    },
    {
      goal: "a choice is marked in the next frame",
      measured: `in frame ${ours.frames.most} at the latest`,
      holds: ours.frames.most <= 1,
    },
  ];
}

function costGoals(figures) {
  return ["text", "picture"].flatMap((kind) => {
    const [without, widget] = ["without", "with"].map((variant) => figures[`${kind}-${variant}`]);
    const noise = `${time(without.largest.least)} to ${time(without.largest.most)}`;
    const post = `${kind === "text" ? "post with text only" : "post with a picture"}, widget far below`;
    return [
      {
        goal: `${post}: no layout shift`,
        measured: fraction(widget.shift.most),
        holds: widget.shift.most === 0,
      },
      {
        goal: `${post}: no additional long task`,
        measured: `${widget.longTaskCount.median}, without the widget ${without.longTaskCount.median}`,
        holds: widget.longTaskCount.median <= without.longTaskCount.median,
      },
      {
        goal: `${post}: largest contentful paint within the noise`,
        measured: `${time(widget.largest.median)}, without the widget ${noise}`,
        holds: widget.largest.median <= without.largest.most,
      },
    ];
  });
}

function scaleGoals(cases) {
  const { figures } = cases.find(({ series }) => series === "both");
  const worst = figures.nextWorst.median;
  return [
    {
      goal: "200 rungs and 1,000 questions: a choice is marked in the next frame",
      measured: `in frame ${figures.frames.most} at the latest`,
      holds: figures.frames.most <= 1,
    },
    {
      goal: "200 rungs and 1,000 questions: the next question is painted within 100 ms",
      measured: `${time(worst)}, the worst of four`,
      holds: worst <= 100,
    },
  ];
}

function motionGoals(figures) {
  // Both phases count, though the browser gives up the layers of animations that have already ended in the second one.
  const [layouts, paints] = ["Layout", "Paint"].map((name) => figures[name].most + figures[`${name}Later`].most);
  return [
    {
      goal: "no layout and no paint until every animation has ended",
      measured: `${layouts} layouts, ${paints} paints`,
      holds: layouts + paints === 0,
    },
  ];
}

const GOALS = { rivals: rivalsGoals, cost: costGoals, scale: scaleGoals, motion: motionGoals };

/** The goals of all recorded suites: each with the measured figures as text, and whether it holds. */
export function goals(recorded) {
  const suites = Object.entries(GOALS).filter(([suite]) => recorded[suite]);
  return suites.flatMap(([suite, evaluate]) => evaluate(recorded[suite].figures));
}
