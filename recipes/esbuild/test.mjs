// esbuild, which copies no files that a script names: by the folder of assets, and by the standalone script.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkFolder, copyPages, makeSite, setEntry } from "../lib/bundled-site.mjs";
import { checkEmitted } from "../lib/emitted.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

export default {
  name: "esbuild",
  inCi: true,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: ["esbuild@0.28.2"] });
    return [
      await row("npm package, copied assets", () => withAssets(context, site)),
      await row("npm package, standalone", () => standalone(context, site)),
    ];
  },
};

/**
 * @param {Context} context
 * @param {string} site
 */
async function withAssets(context, site) {
  const folder = join(site, "dist");
  await esbuild(context, site, ["--format=esm", "--splitting", `--outdir=${folder}`]);
  cpSync(join(site, "node_modules/career-ladder/assets"), join(folder, "career-ladder"), { recursive: true });
  copyPages(folder, { head: '<meta name="career-ladder-assets" content="career-ladder/">' });
  checkEmitted(folder, site);
  await checkFolder(context, folder);
  return "each wasm once";
}

/**
 * @param {Context} context
 * @param {string} site
 */
async function standalone(context, site) {
  const folder = join(site, "dist-standalone");
  setEntry(site, "career-ladder/standalone");
  await esbuild(context, site, [`--outfile=${join(folder, "main.js")}`]);
  copyPages(folder);
  await checkFolder(context, folder, ["en", "en"]);
  return "one script, in English also on the German page";
}

/**
 * @param {Context} context
 * @param {string} site
 * @param {string[]} options
 */
function esbuild({ run }, site, options) {
  const command = join(site, "node_modules/.bin/esbuild");
  return run(command, ["main.js", "--bundle", "--minify", "--log-level=warning", ...options], { cwd: site });
}
