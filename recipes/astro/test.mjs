// Builds the site with Astro: pages that the browser loads, and pages that <ClientRouter /> swaps.

import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { leaveAndReturn } from "../lib/client-navigation.mjs";
import { checkFallback } from "../lib/fallback.mjs";
import { nodeProgram } from "../lib/node.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

const PACKAGES = ["astro@7.3.5", "@astrojs/mdx@8.0.2"];
/** The `base` of the site. */
const BASE = "/blog/";
const OWN_TITLE = 'How we grow -- at "Example"';

const here = import.meta.dirname;

export default {
  name: "Astro",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run, serve, npmInstall } = context;
    cpSync(join(here, "site"), work, { recursive: true });
    mkdirSync(join(work, "src/components"));
    copyFileSync(join(here, "CareerLadder.astro"), join(work, "src/components/CareerLadder.astro"));
    cpSync(packages.selfHosted, join(work, "public/career-ladder"), { recursive: true });
    await npmInstall(work, PACKAGES);
    const node = await nodeProgram(context, 22, 12);
    const program = join(work, "node_modules/astro/bin/astro.mjs");
    await run(node, [program, "build"], { cwd: work, env: { ASTRO_TELEMETRY_DISABLED: "1" } });
    const { url, close } = await serve(join(work, "dist"), { base: BASE });
    try {
      return await checks(context, url);
    } finally {
      await close();
    }
  },
};

/**
 * @param {Context} context
 * @param {string} url of the built site
 */
export async function checks(context, url) {
  const { work, openPage, clickThrough } = context;
  return [
    await row("component", async () => {
      const page = await openPage(`${url}ladder/`);
      const second = page.locator("career-ladder").nth(1);
      assert.equal(await second.locator("> a").textContent(), 'Find "your" stage');
      await clickThrough(page, { widgets: 2 });
      await page.screenshot({ path: join(work, "ladder.png"), fullPage: true });
      await checkFallback(openPage, `${url}ladder/`);
    }),
    await row("component in MDX", async () => {
      const page = await openPage(`${url}form/`);
      await clickThrough(page);
      await page.getByRole("button", { name: "Subscribe" }).waitFor();
      return "with a form; curly quotes around it";
    }),
    await row("component, <ClientRouter />", async () => {
      for (const name of ["ladder", "form", "own"]) {
        await swapped(context, url, name);
      }
      return "with a form and with an own ladder, after navigation without a load";
    }),
    await row("line in Markdown", async () => {
      await clickThrough(await openPage(`${url}line/`));
      await checkFallback(openPage, `${url}line/`);
      const inside = await openPage(`${url}inside/`);
      await inside.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
      await clickThrough(inside);
      return "also with an own ladder inside";
    }),
    await row("line in MDX", async () => {
      await clickThrough(await openPage(`${url}mdx-line/`));
    }),
  ];
}

/**
 * Goes to a page, away and back, without loading another page.
 * @param {Context} context
 * @param {string} url
 * @param {string} name of the page
 */
function swapped(context, url, name) {
  return leaveAndReturn(context, `${url}swapped/home/`, {
    name,
    links: (page) => ({
      there: page.getByRole("link", { name, exact: true }),
      away: page.getByRole("link", { name: "home", exact: true }),
    }),
    heading: name,
    awayHeading: "home",
    finished: async (page) => {
      if (name === "own") {
        await page.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
      }
      if (name === "form") {
        await page.getByRole("button", { name: "Subscribe" }).waitFor();
      }
    },
  });
}
