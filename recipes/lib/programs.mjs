// Finds, installs and runs programs.

import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * A program, and the package of Debian that has it.
 * @typedef {object} Program
 * @property {string} command
 * @property {string} debian
 */

/** The most that a program may print, in bytes. */
const MOST_OUTPUT = 64 << 20;
/** How many lines of a failed program's output the error repeats. */
const LINES_OF_ERROR = 60;

/**
 * The path of a program; undefined if it is not there.
 * @param {string} command
 */
export function find(command) {
  return process.env.PATH?.split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs the missing programs on Debian as root; elsewhere it throws an error that says what to run.
 * @param {Program[]} programs
 */
export async function installMissing(programs) {
  const missing = programs.filter(({ command }) => !find(command));
  if (!missing.length) {
    return;
  }
  const packages = [...new Set(missing.map(({ debian }) => debian))];
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    const names = missing.map(({ command }) => command).join(", ");
    throw new Error(`missing: ${names}. On Debian run as root: apt-get update && apt-get ${install.join(" ")}`);
  }
  console.error(`installing the Debian packages ${packages.join(" ")}`);
  // A machine that has just started may be installing something else.
  const options = ["-o", "DPkg::Lock::Timeout=300"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", [...options, "update"], { env });
  await run("apt-get", [...options, ...install], { env });
  const still = missing.filter(({ command }) => !find(command));
  if (still.length) {
    throw new Error(`the packages ${packages.join(" ")} have no ${still.map(({ command }) => command).join(", ")}`);
  }
}

/**
 * Runs a program. If it fails, the error has what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {Record<string, string>} [options.env] added to the environment
 * @returns {Promise<string>} what it printed to its standard output
 */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((done, fail) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: MOST_OUTPUT };
    const child = execFile(command, args, options, (error, output, errors) => {
      if (error) {
        const tail = `${output}\n${errors}`.trim().split("\n").slice(-LINES_OF_ERROR).join("\n");
        const reason = error.code === "ENOENT" ? "not found" : `failed (${error.code ?? error.signal})`;
        fail(new Error(`${command} ${args.join(" ")}: ${reason}\n${tail}`));
      } else {
        done(output);
      }
    });
    child.stdin?.end();
  });
}
