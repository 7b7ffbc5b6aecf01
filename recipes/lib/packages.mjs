// The packages to test, as `cargo xtask package` leaves them in one folder.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Paths of the packages.
 * @typedef {object} Packages
 * @property {string} selfHosted the folder to host oneself, unpacked: `career-ladder.js`, `product/index.html`, ...
 * @property {string | undefined} npm the tarball of the npm package
 * @property {string | undefined} standalone the script that has everything inside
 * @property {string | undefined} wordpress the zip of the WordPress plugin
 * @property {string | undefined} program the command-line program for this machine
 */

/**
 * The packages in a folder, found by their names. The folder to host oneself must be there; a test that needs another
 * one fails without it.
 * @param {string} folder
 * @returns {Packages}
 */
export function packagesIn(folder) {
  const selfHosted = ["self-hosted/career-ladder", "self-hosted"]
    .map((name) => join(folder, name))
    .find((path) => existsSync(join(path, "career-ladder.js")));
  if (!selfHosted) {
    throw new Error(`there is no self-hosted/career-ladder/career-ladder.js in ${folder}`);
  }
  const names = readdirSync(folder);
  /** @param {RegExp} pattern */
  const path = (pattern) => {
    const name = names.find((name) => pattern.test(name));
    return name && join(folder, name);
  };
  return {
    selfHosted,
    npm: path(/\.tgz$/),
    standalone: path(/standalone.*\.js$/),
    wordpress: path(/wordpress.*\.zip$/),
    program: path(/-(linux|macos|windows)-\w+(\.exe)?$/),
  };
}
