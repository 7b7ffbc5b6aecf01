// Measures the suites named on the command line, and writes all recorded figures into results.json, RESULTS.md and
// docs/bench.svg. Without a suite it only writes the text and the picture again, which needs no package and no browser.
//
//   node run.mjs [--dist FOLDER --rounds N] [--steps FILE] [SUITE…]

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { goals } from "./goals.mjs";
import { machine } from "./machine.mjs";
import { picture } from "./picture.mjs";
import { results } from "./results.mjs";

const here = (name) => new URL(name, import.meta.url);

const { values, positionals: suites } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: "string" },
    rounds: { type: "string" },
    steps: { type: "string" },
  },
});

/** Everything that was recorded so far, by suite. */
function readRecorded() {
  try {
    return JSON.parse(readFileSync(here("results.json"), "utf8"));
  } catch {
    return {};
  }
}

/** As JSON, with numbers rounded to three decimals. */
function toJson(recorded) {
  const round = (_, value) => (typeof value === "number" ? Number(value.toFixed(3)) : value);
  return `${JSON.stringify(recorded, round, 1)}\n`;
}

const measured = readRecorded();
if (values.steps) {
  measured.steps = { when: new Date().toISOString(), machine: machine(), text: readFileSync(values.steps, "utf8") };
}
if (suites.length) {
  const { measure } = await import("./measure.mjs");
  Object.assign(measured, await measure(suites, values.dist, Number(values.rounds)));
}

const json = toJson(measured);
// From the rounded numbers, so that writing the text again later gives the same text.
const recorded = JSON.parse(json);
writeFileSync(here("results.json"), json);
writeFileSync(here("RESULTS.md"), results(recorded));
if (recorded.rivals) {
  writeFileSync(here("../docs/bench.svg"), picture(recorded.rivals.figures.quizzes));
}
for (const { goal, measured, holds } of goals(recorded)) {
  process.stdout.write(`${holds ? "holds         " : "DOES NOT HOLD "} ${goal}: ${measured}\n`);
}
process.stdout.write("\nwrote bench/RESULTS.md and docs/bench.svg\n");
