// Compares `npx career-ladder` with the program that one can download. Ladders of which that program warns after it has
// simulated readers are left out, since the package cannot do that.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** @import { Context } from "../run.mjs" */

const TESTS = join(import.meta.dirname, "../../core/tests");
const LADDER = readFileSync(join(import.meta.dirname, "../../ladders/product-stages.json"), "utf8");

/**
 * Command lines, and what they read from standard input. `*` stands for every other ladder file of the folder.
 * @type {{ folder: string, args: string[], input?: string, status: number }[]}
 */
const CASES = [
  { folder: "broken", args: ["check", "*"], status: 1 },
  { folder: "broken", args: ["check", "--json", "*"], status: 1 },
  { folder: "overlays", args: ["check", "*"], status: 1 },
  { folder: "overlays", args: ["check", "*", "--json"], status: 1 },
  { folder: "overlays/bases", args: ["check", "../../../../ladders/product.de.json", "no-such-file.json", "."], status: 1 },
  { folder: "overlays", args: ["check", "-"], input: LADDER, status: 0 },
  { folder: "overlays", args: ["check", "--json", "-"], input: LADDER, status: 0 },
  { folder: "overlays", args: ["check", "-"], input: overlay("product", { lang: "de" }), status: 1 },
  { folder: "overlays", args: ["check", "-"], input: overlay("produkt"), status: 1 },
  { folder: "overlays", args: ["check", "-"], input: overlay("https://example.org/a.json"), status: 1 },
  { folder: "overlays", args: ["check", "-"], input: overlay("./bases/no-such-file.json"), status: 1 },
  { folder: "overlays", args: ["check", "-"], input: `"${"x".repeat(1 << 20)}"`, status: 1 },
  { folder: "overlays", args: ["check", "-"], input: "\u00ff\u0000", status: 1 },
  { folder: "broken", args: ["check", "../../../ladders/ladder.schema.json"], status: 0 },
  { folder: "broken", args: ["schema"], status: 0 },
  { folder: "broken", args: ["schema", "more"], status: 2 },
  { folder: "broken", args: ["check"], status: 2 },
  { folder: "broken", args: ["check", "--fix"], status: 2 },
  { folder: "broken", args: ["chekc"], status: 2 },
  { folder: "broken", args: [], status: 2 },
];

/**
 * Runs every command line by both.
 * @param {Context} context
 * @param {string} site the folder in which the package is installed
 */
export async function checkCommand({ packages, run }, site) {
  assert.ok(packages.program, "the packages have no program for the command line");
  const command = join(site, "node_modules/.bin/career-ladder");
  for (const { folder, args, input = "", status } of CASES) {
    const cwd = join(TESTS, folder);
    const files = withoutAdvice(packages.program, cwd);
    const all = args.flatMap((arg) => (arg === "*" ? files : arg));
    const expected = result(packages.program, all, cwd, input);
    assert.equal(expected.status, status, `career-ladder ${args.join(" ")}: ${expected.errors}`);
    assert.deepEqual(result(command, all, cwd, input), expected, `npx career-ladder ${args.join(" ")} in ${folder}`);
  }
  const npx = ["--offline", "career-ladder"];
  assert.match(await run("npx", [...npx, "help"], { cwd: site }), /career-ladder check FILE/);
  const elsewhere = result("npx", [...npx, "simulate", "a.json"], site, "");
  assert.equal(elsewhere.status, 2);
  assert.match(elsewhere.errors, /`simulate` needs the program/);
  return `${CASES.length} command lines as the program`;
}

/**
 * The ladder files of a folder that simulated readers find nothing in.
 * @param {string} program
 * @param {string} cwd
 */
function withoutAdvice(program, cwd) {
  const files = readdirSync(cwd).filter((name) => name.endsWith(".json"));
  const { output } = result(program, ["check", ...files], cwd, "");
  const lines = output.split("\n").filter((line) => line.includes("simulated readers"));
  return files.filter((name) => !lines.some((line) => line.startsWith(`${name}:`)));
}

/**
 * An overlay with a mistake.
 * @param {string} base
 * @param {object} [more]
 */
function overlay(base, more) {
  return JSON.stringify({ format: 1, extends: base, id: "own", ...more, rungs: { pm: { title: "" } } }, null, 1);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} input
 */
function result(command, args, cwd, input) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, input, encoding: "utf8" });
  if (error) {
    throw error;
  }
  return { status, output: stdout, errors: stderr };
}
