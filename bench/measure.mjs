// Runs suites in one browser.

import { launch } from "./browser.mjs";
import { machine, versions } from "./machine.mjs";
import { Site } from "./server.mjs";
import * as cost from "./suites/cost.mjs";
import * as motion from "./suites/motion.mjs";
import * as rivals from "./suites/rivals.mjs";
import * as scale from "./suites/scale.mjs";

const SUITES = { rivals, cost, scale, motion };

/** The records of these suites, by name: the figures, and when and on which machine they were measured. */
export async function measure(names, dist, rounds) {
  const site = new Site();
  site.addFolder(dist);
  for (const name of names) {
    await SUITES[name].prepare(site);
  }
  const origin = await site.listen();
  const browser = await launch();
  const records = {};
  try {
    for (const name of names) {
      // Progress goes to standard error; standard output is for the results.
      const log = (line) => process.stderr.write(`${name}, ${line}\n`);
      const figures = await SUITES[name].run({ browser, origin, rounds, log });
      records[name] = {
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
  return records;
}
