// RESULTS.md: the recorded figures, and everything that is needed to judge them.

import { bytes, fraction, plain, range, ratio, table, time } from "./format.mjs";
import { goals } from "./goals.mjs";

const QUIZZES = {
  ours: "career-ladder",
  preact: "Preact, by hand",
  react: "react-quiz-component",
  survey: "SurveyJS",
  bare: "bare radio buttons",
};

/** The figures of a quiz: key in results.json, name, format. */
const FIGURES = [
  ["bytes", "bytes on the wire", bytes],
  ["requests", "requests", plain],
  ["first", "first question painted", time],
  ["answerable", "first question answered", time],
  ["second", "answered at once: second question painted", time],
  ["marked", "click to choice marked", time],
  ["next", "click to next question", time],
  ["longTasks", "long tasks, total", time],
  ["heap", "heap", bytes],
];

const HEAD = `# How fast it is, and what it costs

\`cargo xtask bench\` measures these figures and writes this file, so do not edit it. [\`results.json\`](results.json)
has the same figures for programs. Each figure is the median of several rounds, with minimum and maximum in brackets.

Headless Chromium loads the page in a window of 1000 × 1200 px.

- The network is slow: 150 ms until a response begins, then 1.6 Mbit/s.
- The browser's developer tools slow the processor down 4 times.
- One server without encryption serves all files, compressed beforehand with Brotli at its highest level.
- Each load has its own browser context with an empty cache.
- All rounds run in one browser. Each round measures every candidate once, in turn.
`;

const RIVALS = `\
Every quiz asks the same ten questions, one at a time: the question about the title, and nine questions of the ladder
\`product\`, word for word. The post around the quiz is the same too, with two paragraphs above it.

- **career-ladder** is the line from the README with \`start="quiz" loading="eager"\`. It too begins with the title,
  then chooses each next question from all 15 questions of that ladder, and shows a diagram, which the others do not
  have. Most titles lead to the same second question. The build prerenders that one, so it arrives together with the
  first. Only the program knows the third.
- **Preact, by hand** was [written for this comparison](rivals/preact.jsx), with its texts and styles in its script.
- **[react-quiz-component](rivals/react.jsx)** and **[SurveyJS](rivals/survey.js)** are set up as their guides show.
  esbuild bundles and minifies each into one script. \`react-quiz-component\` has buttons in place of radio buttons; a
  choice counts as marked when its button looks marked.
- **[Bare radio buttons](rivals/bare.js)** are the least that is possible: no style, no way back, no result. Nobody
  would publish them, but they show the time that the network and the browser need anyway.

The figures are:

- **Bytes on the wire**: headers and bodies of all responses except the page itself, until the network has been idle for
  a second.
- **First question painted**: from navigation to the end of the first frame in which the question is in the page and
  visible.
- **First question answered**: the mouse clicks the first choice in the very frame that paints it. The time ends with
  the frame that shows it marked.
- **Answered at once**: the mouse then clicks "Next" in that frame. The time ends with the frame that shows the second
  question.
- **Click to choice marked, click to next question**: measured later, with pauses between the clicks. The time runs from
  the release of the mouse button to the end of the frame that shows the change. The figure is the median of four
  questions.
- **Long tasks**: the total duration of all tasks of 50 ms and more. They are counted until the network has been idle
  for a second after the second question.
- **Heap**: measured at that moment, after a garbage collection: scripts, document, buffers and the memory of wasm. The
  heap of the same page without a quiz is subtracted.

For each request the developer tools note the line of the script that made it. This costs a page with several requests
more than a page with one.
`;

/** When, how often, on which machine and with which versions a suite was measured. */
function provenance({ when, rounds, machine, versions = {} }) {
  const { processor, memory, system, load } = machine;
  const count = rounds ? `, ${rounds === 1 ? "1 round" : `${rounds} rounds`}` : "";
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `*${when.slice(0, 10)}${count}. ${processor}, ${memory}, ${system}; load average ${load.toFixed(1)} at the end.*`,
    ...(names.length ? [`*${names.join(", ")}.*`] : []),
  ].join("\n");
}

function rivals({ figures: { quizzes, empty, waterfall }, ...record }) {
  const names = Object.keys(QUIZZES);
  const rows = FIGURES.map(([key, words, format]) => {
    const ours = quizzes.ours[key].median;
    const cells = names.map((name) => {
      const toOurs = name === "ours" || !ours ? "" : `, **${ratio(quizzes[name][key].median / ours)} ×**`;
      return range(quizzes[name][key], format) + toOurs;
    });
    return [words, ...cells];
  });
  const requests = waterfall.map(({ name, sent, ended, bytes: size }) => {
    return [`\`${name.slice(1).replace(/^rivals-/, "")}\``, time(sent), time(ended), bytes(size)];
  });
  return `## The same quiz with other tools

${RIVALS}
${table(["", ...names.map((name) => QUIZZES[name])], rows)}

Bold figures are ratios to career-ladder. A fifth of SurveyJS's time to the first answer is
${time(quizzes.survey.answerable.median / 5)}.
The page without a quiz has ${time(empty.longTasks.median)} of long tasks.

The page with career-ladder fetches these files, timed from navigation. The program runs after
${time(quizzes.ours.all.median)}.

${table(["", "requested", "complete", "bytes"], requests)}

${provenance(record)}
`;
}

function cost({ figures, ...record }) {
  const columns = ["text-without", "text-with", "picture-without", "picture-with"];
  const rows = [
    ["bytes", "bytes on the wire", bytes],
    ["requests", "requests", plain],
    ["shift", "layout shift", fraction],
    ["largest", "largest contentful paint", time],
    ["longTaskCount", "long tasks", plain],
    ["longTasks", "long tasks, total", time],
  ].map(([key, words, format]) => [words, ...columns.map((column) => range(figures[column][key], format))]);
  return `## Cost for a page before anybody comes near the widget

A post of 40 paragraphs has the README's line at its end, several screens below the visible part. It is compared with
the same post without the line. One version has only text, the other a picture at the top. The bytes are those of the
whole page.

${table(["", "text", "text, with widget", "picture", "picture, with widget"], rows)}

${provenance(record)}
`;
}

const SERIES = {
  widgets:
    'Number of widgets on one page, all with the ladder `product`. "All ready" is the time when the last one runs.',
  rungs:
    "Number of rungs in a ladder with 24 questions. The ladder is the site owner's own file (`src`), so the page " +
    "also fetches the program that reads such files.",
  questions: "Number of questions in a ladder with 6 rungs, fetched in the same way.",
  both: "Rungs and questions, fetched in the same way.",
};

function scale({ figures, ...record }) {
  const keys = [
    ...FIGURES.filter(([key]) => key !== "requests"),
    ["all", "all ready", time],
    ["nextWorst", "click to next question, worst", time],
  ];
  const series = Object.entries(SERIES).map(([name, words]) => {
    const cases = figures.filter((one) => one.series === name);
    const rows = keys
      .filter(([key]) => name === "widgets" || key !== "all")
      .map(([key, words, format]) => [words, ...cases.map((one) => range(one.figures[key], format))]);
    return `${words}\n\n${table(["", ...cases.map(({ of }) => of)], rows)}\n`;
  });
  return `## How the figures grow

Measured as above, on the first widget of the page.

${series.join("\n")}
${provenance(record)}
`;
}

function motion({ figures, ...record }) {
  const rows = [
    ["animations", plain(figures.moved.median), ""],
    ["duration", time(figures.time.median), time(figures.timeLater.median)],
    ["layouts", range(figures.Layout, plain), range(figures.LayoutLater, plain)],
    ["paints", range(figures.Paint, plain), range(figures.PaintLater, plain)],
  ];
  return `## Layout and paint during animations

A trace of a click on "Next" with the ladder \`product\` counts layouts and paints in two phases. The first phase begins
with the frame in which all animations run and ends with the first animation. The second one ends with the last
animation. When an animation ends, the browser gives up its layer and paints its content once more, so the phases are
counted separately.

${table(["", "while all run", "while they end"], rows)}

${provenance(record)}
`;
}

function steps({ text, ...record }) {
  return `## Single steps

The time to read a ladder, and the time of one step of the quiz. Here the processor is slowed down only in the lines
that say so.

\`\`\`text
${text.trim()}
\`\`\`

${provenance(record)}
`;
}

function goalsSection(recorded) {
  const rows = goals(recorded).map(({ goal, measured, holds }) => {
    return [goal, measured, holds ? "holds" : "**does not hold**"];
  });
  return rows.length ? `## Goals\n\n${table(["goal", "measured", ""], rows)}\n` : "";
}

const SECTIONS = { rivals, cost, scale, motion, steps };

/** The text of RESULTS.md, with a section for every suite that was recorded. */
export function results(recorded) {
  const sections = Object.entries(SECTIONS).filter(([name]) => recorded[name]);
  return [HEAD, goalsSection(recorded), ...sections.map(([name, section]) => section(recorded[name]))]
    .filter(Boolean)
    .join("\n");
}
