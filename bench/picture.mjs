// docs/bench.svg: the most important figures as bars, in the light or dark theme of the person who looks at it.

import { bytes, ratio, time } from "./format.mjs";

const QUIZZES = [
  ["ours", "career-ladder"],
  ["preact", "Preact, by hand"],
  ["react", "react-quiz-component"],
  ["survey", "SurveyJS"],
];
const GROUPS = [
  ["answerable", "Navigation to first question answered", time],
  ["second", "Navigation to second question painted, when answered at once", time],
  ["next", "Click to next question, later", time],
  ["bytes", "Bytes on the wire", bytes],
];

const TITLE =
  "Four quizzes ask the same ten questions, on slow 4G and a processor slowed down 4 times; shorter bars are better";

const WIDTH = 760;
const LEFT = 170;
const MAX_BAR = 400;
const ROW_HEIGHT = 22;
const BAR_HEIGHT = 12;
const GROUP_HEIGHT = QUIZZES.length * ROW_HEIGHT + 44;

const STYLE = `
    text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #3d444b; }
    .title { font-weight: 600; fill: #1f2328; }
    .ours { font-weight: 600; fill: #b4480f; }
    .bar { fill: #c3c8cd; }
    .bar.ours { fill: #b4480f; }
    @media (prefers-color-scheme: dark) {
      text { fill: #b1b8bf; }
      .title { fill: #f0f3f6; }
      .ours { fill: #f0883e; }
      .bar { fill: #4a525a; }
      .bar.ours { fill: #f0883e; }
    }
  `;

function group(quizzes, [key, title, format], index) {
  const top = index * GROUP_HEIGHT + 20;
  const max = Math.max(...QUIZZES.map(([name]) => quizzes[name][key].median));
  const rows = QUIZZES.map(([name, words], row) => {
    const { median } = quizzes[name][key];
    const base = top + 24 + row * ROW_HEIGHT;
    const width = Math.max((median / max) * MAX_BAR, 1).toFixed(1);
    const color = name === "ours" ? ' class="ours"' : "";
    const bar = `class="bar${name === "ours" ? " ours" : ""}" x="${LEFT}" y="${base - BAR_HEIGHT / 2}"`;
    const toOurs = name === "ours" ? "" : ` (${ratio(median / quizzes.ours[key].median)} ×)`;
    return `  <text${color} x="${LEFT - 12}" y="${base + 4}" text-anchor="end">${words}</text>
  <rect ${bar} width="${width}" height="${BAR_HEIGHT}" rx="2"/>
  <text${color} x="${LEFT + Number(width) + 8}" y="${base + 4}">${format(median)}${toOurs}</text>`;
  });
  return `  <text class="title" x="${LEFT}" y="${top}">${title}</text>\n${rows.join("\n")}`;
}

/** The picture as SVG, drawn from the medians of these quizzes. */
export function picture(quizzes) {
  const height = GROUPS.length * GROUP_HEIGHT;
  const groups = GROUPS.map((one, index) => group(quizzes, one, index)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
  <title id="title">${TITLE}</title>
  <style>${STYLE}</style>
${groups}
</svg>
`;
}
