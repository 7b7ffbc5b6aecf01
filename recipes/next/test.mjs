// A blog with Next (App Router), built by both of its bundlers, and in development.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkEmitted } from "../lib/emitted.mjs";
import { checkFallback } from "../lib/fallback.mjs";
import { checkBlog } from "../lib/framework-checks.mjs";
import { row } from "../lib/rows.mjs";
import { start } from "../lib/start.mjs";

/** @import { Context } from "../run.mjs" */

const here = import.meta.dirname;
const env = { NEXT_TELEMETRY_DISABLED: "1" };

export default {
  name: "Next",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run, openPage, npmInstall } = context;
    assert.ok(packages.npm, "the packages have no npm package");
    const site = join(work, "site");
    cpSync(join(here, "site"), site, { recursive: true });
    cpSync(join(here, "CareerLadder.tsx"), join(site, "app/CareerLadder.tsx"));
    await npmInstall(site, [packages.npm]);

    /** @type {(name: string, options: string[], paths?: string[]) => Promise<void>} */
    const check = async (name, options, paths = []) => {
      const server = await start("npx", ["next", ...options, "--port", "0"], { cwd: site, env });
      try {
        // In development a page is compiled at its first request.
        for (const path of paths) {
          await fetch(server.url + path);
        }
        await checkBlog(context, server.url, { picture: join(work, `${name}.png`) });
        await checkFallback(openPage, server.url, { to: /\/stages$/ });
      } finally {
        await server.close();
      }
    };
    const rows = [];
    for (const bundler of ["turbopack", "webpack"]) {
      const form = `component, built with ${bundler === "webpack" ? "webpack" : "Turbopack"}`;
      rows.push(
        await row(form, async () => {
          await run("npx", ["next", "build", `--${bundler}`], { cwd: site, env });
          checkEmitted(join(site, ".next/static"), site);
          await check(bundler, ["start"]);
        }),
      );
    }
    rows.push(await row("component, in development", () => check("development", ["dev"], ["", "about", "stages"])));
    return rows;
  },
};
