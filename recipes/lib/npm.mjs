// Installs npm packages for a site.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./programs.mjs";

/**
 * Installs packages in a folder. They run no scripts of their own.
 * @param {string} folder
 * @param {string[]} packages with their versions, as `marked@18.2.1`; none for those of the folder's `package.json`
 * @param {object} options
 * @param {string} options.cache where downloads are kept
 */
export async function npmInstall(folder, packages, { cache }) {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) {
    writeFileSync(manifest, '{ "private": true }\n');
  }
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await run("npm", ["install", ...options, "--cache", cache, ...packages], { cwd: folder });
}
