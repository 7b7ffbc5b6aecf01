// A blog with Vue 3 and Vite, built and in development.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkEmitted } from "../lib/emitted.mjs";
import { checkBlog } from "../lib/framework-checks.mjs";
import { row } from "../lib/rows.mjs";
import { start } from "../lib/start.mjs";

/** @import { Context } from "../run.mjs" */

const here = import.meta.dirname;

export default {
  name: "Vue",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run, serve, npmInstall } = context;
    assert.ok(packages.npm, "the packages have no npm package");
    const site = join(work, "site");
    cpSync(join(here, "site"), site, { recursive: true });
    cpSync(join(here, "CareerLadder.vue"), join(site, "src/CareerLadder.vue"));
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
      await row("component, in development", async () => {
        await check(await start("npx", ["vite"], { cwd: site }), "development");
      }),
    ];
  },
};
