// Parcel.

import { join } from "node:path";
import { PAGES, checkFolder, makeSite } from "../lib/bundled-site.mjs";
import { checkEmitted } from "../lib/emitted.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

export default {
  name: "Parcel",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: ["parcel@2.16.4"] });
    return [await row("npm package", () => build(context, site))];
  },
};

/**
 * @param {Context} context
 * @param {string} site
 */
async function build(context, site) {
  const folder = join(site, "dist");
  const options = ["build", ...PAGES, "--dist-dir", folder, "--public-url", "./", "--no-cache"];
  await context.run(join(site, "node_modules/.bin/parcel"), options, { cwd: site });
  checkEmitted(folder, site);
  await checkFolder(context, folder);
  return "each wasm once";
}
