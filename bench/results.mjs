// RESULTS.md: the figures with all that is needed to judge them.

import { bytes, plain, range, share, table, time, times } from "./format.mjs";
import { goals } from "./goals.mjs";

const NAMES = {
  ours: "ours",
  preact: "Preact, by hand",
  react: "react-quiz-component",
  survey: "SurveyJS",
  bare: "bare radio buttons",
};

/** The figures of a quiz: what they are called, how they are written. */
const FIGURES = [
  ["bytes", "bytes on the wire", bytes],
  ["requests", "requests", plain],
  ["first", "first question painted", time],
  ["answerable", "first question answered", time],
  ["second", "answered at once: second question painted", time],
  ["marked", "click to choice marked", time],
  ["next", "click to next question", time],
  ["longTasks", "long tasks, in all", time],
  ["heap", "heap", bytes],
];

const HEAD = `# How long it takes, and what it costs

\`cargo xtask bench\` measured this and wrote it down; it is not to be edited. [\`results.json\`](results.json) has
the same figures for programs. Each is the median of several rounds, with the least and the most in brackets.

The page is loaded by Chromium without a window (1000 × 1200 px), over a network on which an answer takes 150 ms to
begin and then comes at 1.6 Mbit/s, on a processor that the browser's tools slow down 4 times. All files are
compressed with Brotli at its highest setting beforehand, and come from one server without encryption. Each load has a
browser context of its own, in which nothing is cached. The rounds go in turn through everything that is compared, in
one browser.
`;

const RIVALS = `Everybody asks the same ten questions, one at a time, in a post like any other, below two paragraphs: the title
question and nine of the ladder \`product\`, word by word. Ours is the line from the README with \`start="quiz"
loading="eager"\`; it begins with the title question too, and then chooses from all 15 questions of that ladder which
comes next, beside the diagram that the others do not have. Most titles lead to the same second question, so it was painted
when the widget was built and comes with the first; which is the third only the program knows. The Preact quiz was
[written for this](rivals/preact.jsx), with its texts and styles in its script. [React's](rivals/react.jsx) and
[SurveyJS's](rivals/survey.js) are set up as their guides show it, bundled and minified by esbuild into one script each.
\`react-quiz-component\` has no radio
buttons: its answers are buttons, and one counts as marked when it has the look of it. The [bare radio
buttons](rivals/bare.js) are no quiz that anybody would show, but the least that there can be: no style, no way back, no
result. What they take is the network's and the browser's own.

- **Bytes on the wire**: heads and bodies of all answers but the page itself, until the network has been quiet for a
  second.
- **Painted**: the end of the frame in which the question first stands in the page and is visible, since navigation.
- **First question answered**: the mouse presses the first choice as soon as there is one, in the very frame that
  paints it; this is the end of the frame that shows it marked.
- **Answered at once**: the mouse then presses "Next" in that frame; this is the end of the frame with the second
  question.
- **Click to choice marked, click to next question**: later, at leisure: from the moment the mouse button is let go to
  the end of the frame that shows it. The median of four questions.
- **Long tasks**: the sum of all tasks of 50 ms and more, until the network has been quiet for a second after the
  second question.
- **Heap**: then, after a collection: scripts, document, buffers and wasm's memory, less what the same page without
  any quiz has.

The browser's tools note for each request which line of a script asked for it. That costs a page that asks for several
files more than one that asks for none.
`;

/** When, on what and with what a part was measured. */
function made({ when, rounds, machine, versions = {} }) {
  const { processor, memory, system, load } = machine;
  const often = rounds ? `, ${rounds === 1 ? "1 round" : `${rounds} rounds`}` : "";
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `*${when.slice(0, 10)}${often}. ${processor}, ${memory}, ${system}; load ${load.toFixed(1)} in the end.*`,
    ...(names.length ? [`*${names.join(", ")}.*`] : []),
  ].join("\n");
}

function rivals({ figures: { quizzes, empty, waterfall }, ...rest }) {
  const names = Object.keys(NAMES);
  const rows = FIGURES.map(([key, words, format]) => {
    const ours = quizzes.ours[key].median;
    const cells = names.map((name) => {
      const ratio = name === "ours" || !ours ? "" : `, **${times(quizzes[name][key].median / ours)} ×**`;
      return range(quizzes[name][key], format) + ratio;
    });
    return [words, ...cells];
  });
  const requests = waterfall.map(({ name, sent, ended, bytes: size }) => {
    return [`\`${name.slice(1).replace(/^rivals-/, "")}\``, time(sent), time(ended), bytes(size)];
  });
  return `## The same quiz by others

${RIVALS}
${table(["", ...names.map((name) => NAMES[name])], rows)}

In bold: how many times ours. A fifth of SurveyJS's time until the first question is answered is
${time(quizzes.survey.answerable.median / 5)}. The page without any quiz has ${time(empty.longTasks.median)} of long tasks.

What our page fetches, since its navigation; the program runs after ${time(quizzes.ours.all.median)}:

${table(["", "asked for", "there", "bytes"], requests)}

${made(rest)}
`;
}

function cost({ figures, ...rest }) {
  const columns = ["text-without", "text-with", "picture-without", "picture-with"];
  const rows = [
    ["bytes", "bytes on the wire", bytes],
    ["requests", "requests", plain],
    ["shift", "layout shift", share],
    ["largest", "largest contentful paint", time],
    ["longTaskCount", "long tasks", plain],
    ["longTasks", "long tasks, in all", time],
  ].map(([key, words, format]) => [words, ...columns.map((column) => range(figures[column][key], format))]);
  return `## What a page pays before anybody comes near the widget

A post of 40 paragraphs with the README's line at its end, some windows below what is seen, and the same post without
it; each with text alone, and with a picture at its top. The bytes are those of the whole page.

${table(["", "text", "text, with us", "picture", "picture, with us"], rows)}

${made(rest)}
`;
}

const SERIES = {
  widgets: 'Widgets on one page, all with the ladder `product`. "All up" is when the last one runs.',
  rungs:
    "Rungs of a ladder with 24 questions. It is the owner's own file (`src`): the page fetches the reader of such files too.",
  questions: "Questions of a ladder with 6 rungs, fetched likewise.",
  both: "Rungs and questions, fetched likewise.",
};

function scale({ figures, ...rest }) {
  const keys = [
    ...FIGURES.filter(([key]) => key !== "requests"),
    ["all", "all up", time],
    ["nextWorst", "click to next question, the worst", time],
  ];
  const parts = Object.entries(SERIES).map(([series, words]) => {
    const cases = figures.filter((one) => one.series === series);
    const rows = keys
      .filter(([key]) => series === "widgets" || key !== "all")
      .map(([key, name, format]) => [name, ...cases.map((one) => range(one.figures[key], format))]);
    return `${words}\n\n${table(["", ...cases.map(({ of }) => of)], rows)}\n`;
  });
  return `## How it grows

The first widget of the page is the one that is measured, as above.

${parts.join("\n")}
${made(rest)}
`;
}

function motion({ figures, ...rest }) {
  const rows = [
    ["things that move", plain(figures.moved.median), ""],
    ["how long", time(figures.time.median), time(figures.timeLater.median)],
    ["layouts", range(figures.Layout, plain), range(figures.LayoutLater, plain)],
    ["paints", range(figures.Paint, plain), range(figures.PaintLater, plain)],
  ];
  return `## What moves

A trace of a "Next" on the ladder \`product\`: what the page lays out and paints from the frame in which all that moves
has begun to until the first thing stands, and from there until the last one does. What has come to a stand is painted
once more, since it needs no layer of its own any longer.

${table(["", "while all move", "while they come to a stand"], rows)}

${made(rest)}
`;
}

function steps({ text, ...rest }) {
  return `## Single steps

How long reading a ladder and a step of the quiz take. Here the processor is slowed down only where a line says so.

\`\`\`text
${text.trim()}
\`\`\`

${made(rest)}
`;
}

function promises(all) {
  const rows = goals(all).map(({ words, measured, holds }) => [words, measured, holds ? "holds" : "**does not hold**"]);
  return rows.length ? `## What was promised\n\n${table(["", "measured", ""], rows)}\n` : "";
}

const PARTS = { rivals, cost, scale, motion, steps };

/** The text, of all parts that were measured so far. */
export function results(all) {
  const parts = Object.entries(PARTS).filter(([name]) => all[name]);
  return [HEAD, promises(all), ...parts.map(([name, write]) => write(all[name]))].filter(Boolean).join("\n");
}
