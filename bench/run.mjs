// Measures what it is told to, keeps the figures in results.json, and writes them down for people.
//
//   node run.mjs --dist FOLDER --rounds N [--steps FILE] PART…

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { goals } from "./goals.mjs";
import { machine, versions } from "./machine.mjs";
import * as cost from "./parts/cost.mjs";
import * as motion from "./parts/motion.mjs";
import * as rivals from "./parts/rivals.mjs";
import * as scale from "./parts/scale.mjs";
import { picture } from "./picture.mjs";
import { results } from "./results.mjs";
import { Site } from "./server.mjs";

const PARTS = { rivals, cost, scale, motion };
const here = (name) => new URL(name, import.meta.url);
/** What goes on is told on the error output; the other one is for what came out. */
const say = (line) => process.stderr.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: "string" },
    rounds: { type: "string" },
    steps: { type: "string" },
  },
});

function kept() {
  try {
    return JSON.parse(readFileSync(here("results.json"), "utf8"));
  } catch {
    return {};
  }
}

const all = kept();
if (values.steps) {
  all.steps = { when: new Date().toISOString(), machine: machine(), text: readFileSync(values.steps, "utf8") };
}
if (positionals.length) {
  const site = new Site();
  site.addFolder(values.dist);
  for (const name of positionals) {
    await PARTS[name].prepare(site);
  }
  const origin = await site.listen();
  const browser = await launch();
  try {
    for (const name of positionals) {
      const rounds = Number(values.rounds);
      const tell = (line) => say(`${name}, ${line}`);
      const figures = await PARTS[name].run({ browser, origin, rounds, say: tell });
      all[name] = {
        when: new Date().toISOString(),
        rounds,
        machine: machine(),
        versions: versions(browser, name === "rivals"),
        figures,
      };
    }
  } finally {
    await browser.close();
    site.close();
  }
}
writeFileSync(
  here("results.json"),
  `${JSON.stringify(all, (_, value) => (typeof value === "number" ? Number(value.toFixed(3)) : value), 1)}\n`,
);
writeFileSync(here("RESULTS.md"), results(all));
if (all.rivals) {
  writeFileSync(here("../docs/bench.svg"), picture(all.rivals.figures.quizzes));
}
for (const { words, measured, holds } of goals(all)) {
  process.stdout.write(`${holds ? "holds         " : "DOES NOT HOLD "} ${words}: ${measured}\n`);
}
process.stdout.write("\nbench/RESULTS.md and docs/bench.svg are written\n");
