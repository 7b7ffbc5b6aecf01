// Rollup: with the plugin that emits files that a script names, with the folder of assets, and with the standalone script.

import { join } from "node:path";
import { checkCopiedAssets, checkFolder, checkStandalone, copyPages, makeSite } from "../lib/bundled-site.mjs";
import { checkEmitted } from "../lib/emitted.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

const FILES_PLUGIN = "@web/rollup-plugin-import-meta-assets";
const TOOLS = ["rollup@4.68.8", "@rollup/plugin-node-resolve@16.0.3", `${FILES_PLUGIN}@2.3.3`];

export default {
  name: "Rollup",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: TOOLS });
    /** @param {string} folder */
    const bundle = (folder) => rollup(context, site, folder);
    return [
      await row("npm package, with the plugin for files", () => withPlugin(context, site)),
      await row("npm package, copied assets", () => checkCopiedAssets(context, site, bundle)),
      await row("npm package, standalone", () => checkStandalone(context, site, bundle)),
    ];
  },
};

/**
 * @param {Context} context
 * @param {string} site
 */
async function withPlugin(context, site) {
  const folder = join(site, "dist-plugin");
  await rollup(context, site, folder, ["--plugin", FILES_PLUGIN]);
  copyPages(folder);
  checkEmitted(folder, site);
  await checkFolder(context, folder);
  return "each wasm once";
}

/**
 * @param {Context} context
 * @param {string} site
 * @param {string} folder
 * @param {string[]} [more] options
 */
function rollup({ run }, site, folder, more = []) {
  const options = ["--input", "main.js", "--dir", folder, "--format", "es", "--plugin", "node-resolve", "--silent", ...more];
  return run(join(site, "node_modules/.bin/rollup"), options, { cwd: site });
}
