// webpack.

import { join } from "node:path";
import { checkFolder, copyPages, makeSite } from "../lib/bundled-site.mjs";
import { checkEmitted } from "../lib/emitted.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

export default {
  name: "webpack",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: ["webpack@5.113.0", "webpack-cli@7.3.1"] });
    return [await row("npm package", () => build(context, site))];
  },
};

/**
 * @param {Context} context
 * @param {string} site
 */
async function build(context, site) {
  const folder = join(site, "dist");
  const options = ["--mode", "production", "--entry", "./main.js", "--output-path", folder];
  await context.run(join(site, "node_modules/.bin/webpack"), options, { cwd: site });
  copyPages(folder);
  checkEmitted(folder, site);
  await checkFolder(context, folder);
  return "each wasm once";
}
