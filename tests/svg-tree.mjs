// Checks that the picture's SVG file is read into the right nodes. No browser is needed.
import assert from "node:assert/strict";
import { load } from "./module.mjs";

const { svgTree } = await load("www/extras/svg-tree.js");

const svg = `<svg xmlns="http://www.w3.org/2000/svg" lang="en" width="1200" viewBox="0 0 1200 630">
<title>Q&amp;A &lt;lead&gt; &quot;now&quot;</title>
<rect x="0" y="-4" fill="#ffffff"/>
<path d="M0 0H5" stroke-linecap="round"/>
<text x="72" y="209" font-size="24">Group PM / Director</text>
</svg>
`;
assert.deepEqual(svgTree(svg), [
  "svg",
  { lang: "en", width: "1200", viewBox: "0 0 1200 630" },
  ["title", {}, 'Q&A <lead> "now"'],
  ["rect", { x: "0", y: "-4", fill: "#ffffff" }],
  ["path", { d: "M0 0H5", "stroke-linecap": "round" }],
  ["text", { x: "72", y: "209", "font-size": "24" }, "Group PM / Director"],
]);
console.log("the picture's SVG file: right");
