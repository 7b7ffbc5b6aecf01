// Vite: a build, and the development server with what the package's README says.

import { createRequire } from "node:module";
import { join } from "node:path";
import { PAGES, checkFolder, checkPages, makeSite } from "../lib/bundled-site.mjs";
import { checkEmitted } from "../lib/emitted.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

export default {
  name: "Vite",
  inCi: true,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: ["vite@8.3.8", "vite-7@npm:vite@7.3.8"] });
    const { resolve } = createRequire(join(site, "package.json"));
    const vite = await import(resolve("vite"));
    const older = await import(resolve("vite-7"));
    return [
      await row("npm package, build", () => build(context, vite, site)),
      await row("npm package, development server", () => develop(context, vite, site, {})),
      await row("npm package, development server of Vite 7", () =>
        develop(context, older, site, { optimizeDeps: { exclude: ["career-ladder"] } }),
      ),
    ];
  },
};

/**
 * @param {Context} context
 * @param {any} vite
 * @param {string} site
 */
async function build(context, vite, site) {
  const folder = join(site, "dist");
  await vite.build({
    root: site,
    logLevel: "warn",
    build: { outDir: folder, rollupOptions: { input: PAGES.map((page) => join(site, page)) } },
  });
  checkEmitted(folder, site);
  await checkFolder(context, folder);
  return "each wasm once";
}

/**
 * @param {Context} context
 * @param {any} vite
 * @param {string} site
 * @param {object} config what the README says to set
 */
async function develop(context, vite, site, config) {
  const server = await vite.createServer({
    root: site,
    logLevel: "warn",
    server: { host: "127.0.0.1", port: 0 },
    cacheDir: join(site, "node_modules", `.vite-${vite.version}`),
    ...config,
  });
  try {
    await server.listen();
    await checkPages(context, server.resolvedUrls.local[0], ["en"]);
  } finally {
    await server.close();
  }
}
