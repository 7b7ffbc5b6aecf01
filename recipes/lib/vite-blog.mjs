// The test of a recipe whose blog is made with Vite: built, and in development.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkEmitted } from "./emitted.mjs";
import { checkBlog } from "./framework-checks.mjs";
import { row } from "./rows.mjs";
import { start } from "./start.mjs";

/** @import { Context } from "../run.mjs" */

/**
 * Builds the blog in the recipe's `site/` with its component, and clicks through it.
 * @param {Context} context
 * @param {object} recipe
 * @param {string} recipe.folder
 * @param {string} recipe.component the file to copy
 * @param {string} recipe.development the form of the row in development
 */
export async function testViteBlog(context, { folder, component, development }) {
  const { work, packages, run, serve, npmInstall } = context;
  assert.ok(packages.npm, "the packages have no npm package");
  const site = join(work, "site");
  cpSync(join(folder, "site"), site, { recursive: true });
  cpSync(join(folder, component), join(site, "src", component));
  await npmInstall(site, [packages.npm]);
  await run("npm", ["run", "build"], { cwd: site });
  checkEmitted(join(site, "dist"), site);
  /** @type {(server: { url: string, close: () => Promise<void> }, name: string) => Promise<void>} */
  const check = async (server, name) => {
    try {
      await checkBlog(context, server.url, { picture: join(work, `${name}.png`) });
    } finally {
      await server.close();
    }
  };
  return [
    await row("component, built", async () => check(await serve(join(site, "dist")), "built")),
    await row(development, async () => check(await start("npx", ["vite"], { cwd: site }), "development")),
  ];
}
