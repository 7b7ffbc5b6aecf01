// esbuild, which copies no files that a script names: by the folder of assets, and by the standalone script.

import { join } from "node:path";
import { checkCopiedAssets, checkStandalone, makeSite } from "../lib/bundled-site.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

export default {
  name: "esbuild",
  inCi: true,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: ["esbuild@0.28.2"] });
    return [
      await row("npm package, copied assets", () =>
        checkCopiedAssets(context, site, (folder) =>
          esbuild(context, site, ["--format=esm", "--splitting", `--outdir=${folder}`]),
        ),
      ),
      await row("npm package, standalone", () =>
        checkStandalone(context, site, (folder) => esbuild(context, site, [`--outfile=${join(folder, "main.js")}`])),
      ),
    ];
  },
};

/**
 * @param {Context} context
 * @param {string} site
 * @param {string[]} options
 */
function esbuild({ run }, site, options) {
  const command = join(site, "node_modules/.bin/esbuild");
  return run(command, ["main.js", "--bundle", "--minify", "--log-level=warning", ...options], { cwd: site });
}
