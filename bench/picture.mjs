// docs/bench.svg: the few figures that matter, as bars. It follows the reader's theme, light or dark.

import { bytes, time, times } from "./format.mjs";

const NAMES = [
  ["ours", "career-ladder"],
  ["preact", "Preact, by hand"],
  ["react", "react-quiz-component"],
  ["survey", "SurveyJS"],
];
const GROUPS = [
  ["answerable", "First question answered, since navigation", time],
  ["second", "Answered at once: second question painted, since navigation", time],
  ["next", "Click to next question, later", time],
  ["bytes", "Bytes on the wire", bytes],
];

const TITLE =
  "The same ten questions by four quizzes, on slow 4G and a processor slowed down 4 times; shorter is better";

const WIDTH = 760;
const LEFT = 170;
const BARS = 400;
const ROW = 22;
const BAR = 12;
const GROUP = NAMES.length * ROW + 44;

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

function group(quizzes, [key, title, format], place) {
  const top = place * GROUP + 20;
  const most = Math.max(...NAMES.map(([name]) => quizzes[name][key].median));
  const rows = NAMES.map(([name, words], row) => {
    const { median } = quizzes[name][key];
    const base = top + 24 + row * ROW;
    const width = Math.max((median / most) * BARS, 1).toFixed(1);
    const kind = name === "ours" ? ' class="ours"' : "";
    const bar = `class="bar${name === "ours" ? " ours" : ""}" x="${LEFT}" y="${base - BAR / 2}"`;
    const ratio = name === "ours" ? "" : ` (${times(median / quizzes.ours[key].median)} ×)`;
    return `  <text${kind} x="${LEFT - 12}" y="${base + 4}" text-anchor="end">${words}</text>
  <rect ${bar} width="${width}" height="${BAR}" rx="2"/>
  <text${kind} x="${LEFT + Number(width) + 8}" y="${base + 4}">${format(median)}${ratio}</text>`;
  });
  return `  <text class="title" x="${LEFT}" y="${top}">${title}</text>\n${rows.join("\n")}`;
}

/** The picture of these medians. */
export function picture(quizzes) {
  const height = GROUPS.length * GROUP;
  const groups = GROUPS.map((one, place) => group(quizzes, one, place)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
  <title id="title">${TITLE}</title>
  <style>${STYLE}</style>
${groups}
</svg>
`;
}
