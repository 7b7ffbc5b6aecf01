// Tests the recipes: builds a site with each system, and clicks through the quiz on it in Chromium. Prints a table of
// what works; exits with 1 if something does not. `cargo xtask systems` makes the packages and calls this.
//
//   node recipes/run.mjs --packages FOLDER --work FOLDER [--ci] [NAME…]

import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openBrowser } from "./lib/browser.mjs";
import { clickThrough } from "./lib/click-through.mjs";
import { npmInstall } from "./lib/npm.mjs";
import { packagesIn } from "./lib/packages.mjs";
import { openPage } from "./lib/page.mjs";
import { installMissing, run } from "./lib/programs.mjs";
import { serve } from "./lib/serve.mjs";
import { table } from "./lib/table.mjs";

/**
 * A recipe's test, the default export of `recipes/SYSTEM/test.mjs`.
 * @typedef {object} System
 * @property {string} name as the table prints it
 * @property {boolean} inCi whether `--ci` runs it; those together take at most six minutes
 * @property {import("./lib/programs.mjs").Program[]} [programs] the programs that it needs beside Node and Chromium
 * @property {(context: Context) => Promise<import("./lib/table.mjs").Row[]>} test
 */

/**
 * What a test works with.
 * @typedef {object} Context
 * @property {string} work an empty folder for everything that the test makes
 * @property {import("./lib/packages.mjs").Packages} packages
 * @property {import("playwright-core").Browser} browser
 * @property {(url: string, options?: object) => Promise<import("playwright-core").Page>} openPage opens a page whose
 *   errors `clickThrough` looks at
 * @property {typeof clickThrough} clickThrough
 * @property {typeof run} run
 * @property {typeof serve} serve serves a folder until `close` is called or the test ends
 * @property {(folder: string, packages: string[]) => Promise<void>} npmInstall
 */

const here = import.meta.dirname;

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    packages: { type: "string" },
    work: { type: "string" },
    ci: { type: "boolean", default: false },
  },
});
if (!values.packages || !values.work) {
  console.error("usage: node recipes/run.mjs --packages FOLDER --work FOLDER [--ci] [NAME…]");
  process.exit(2);
}

const folders = readdirSync(here).filter((name) => existsSync(join(here, name, "test.mjs")));
const unknown = names.filter((name) => !folders.includes(name));
if (unknown.length) {
  console.error(`there is no recipe for ${unknown.join(", ")}; the recipes are ${folders.join(", ")}`);
  process.exit(2);
}

const packages = readPackages();
const browser = await openBrowser();
/** @type {import("./lib/table.mjs").SystemRows[]} */
const results = [];
try {
  for (const folder of names.length ? names : folders) {
    const { default: system } = await import(`./${folder}/test.mjs`);
    if (!values.ci || system.inCi) {
      results.push(await testSystem(folder, system));
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(`\n${table(results)}\n`);
process.exitCode = results.every(({ rows }) => rows.length && rows.every(({ ok }) => ok)) ? 0 : 1;

function readPackages() {
  try {
    return packagesIn(resolve(/** @type {string} */ (values.packages)));
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/**
 * Tests a system. If its test throws, it has one row, which failed.
 * @param {string} folder
 * @param {System} system
 */
async function testSystem(folder, system) {
  const work = join(resolve(/** @type {string} */ (values.work)), folder);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const start = performance.now();
  const environment = { ...process.env };
  /** @type {Awaited<ReturnType<typeof serve>>[]} */
  const servers = [];
  /** @type {import("./lib/table.mjs").Row[]} */
  let rows;
  try {
    await installMissing(system.programs ?? []);
    rows = await system.test({
      work,
      packages,
      browser,
      openPage: (url, options) => openPage(browser, url, options),
      clickThrough,
      run,
      serve: async (served, options) => {
        const server = await serve(served, options);
        servers.push(server);
        return server;
      },
      npmInstall: (folder, packages) => npmInstall(folder, packages, { cache: join(work, "../npm-cache") }),
    });
  } catch (error) {
    console.error(`${system.name}: ${error?.stack ?? error}`);
    rows = [{ form: "all", ok: false, note: String(error?.message ?? error) }];
  } finally {
    // A test that failed leaves its pages and servers open.
    await Promise.all([...browser.contexts(), ...servers].map((open) => open.close()));
    // Vite sets NODE_ENV, and npm would leave out what other tests need.
    process.env = environment;
  }
  const seconds = (performance.now() - start) / 1000;
  console.error(`${system.name}: ${rows.filter(({ ok }) => ok).length} of ${rows.length} work, ${seconds.toFixed()} s`);
  return { name: system.name, rows };
}
