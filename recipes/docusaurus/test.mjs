// Builds the site with Docusaurus, and reads and leaves its pages in a browser; and a page of MDX with React 18.

import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leaveAndReturn } from "../lib/client-navigation.mjs";
import { checkFallback } from "../lib/fallback.mjs";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

const PACKAGES = [
  "@docusaurus/core@3.10.2",
  "@docusaurus/preset-classic@3.10.2",
  "react@19.3.1",
  "react-dom@19.3.1",
];
const MDX_PACKAGES = ["@mdx-js/esbuild@3.1.1", "esbuild@0.28.2", "react@18.3.1", "react-dom@18.3.1"];
/** The `baseUrl` of the site. */
const BASE = "/handbook/";
const OWN_TITLE = 'How we grow -- at "Example"';

const here = import.meta.dirname;

export default {
  name: "Docusaurus, MDX",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    return [...(await docusaurus(context)), ...(await otherMdx(context))];
  },
};

/** @param {Context} context */
async function docusaurus(context) {
  const { work, packages, run, serve, npmInstall } = context;
  cpSync(join(here, "site"), work, { recursive: true });
  mkdirSync(join(work, "src/components"), { recursive: true });
  mkdirSync(join(work, "src/theme"));
  copyFileSync(join(here, "CareerLadder.jsx"), join(work, "src/components/CareerLadder.jsx"));
  copyFileSync(join(here, "MDXComponents.jsx"), join(work, "src/theme/MDXComponents.jsx"));
  cpSync(packages.selfHosted, join(work, "static/career-ladder"), { recursive: true });
  await npmInstall(work, PACKAGES);
  const program = join(work, "node_modules/@docusaurus/core/bin/docusaurus.mjs");
  await run(process.execPath, [program, "build"], { cwd: work, env: { DOCUSAURUS_NO_UPDATE_CHECK: "1" } });
  const { url, close } = await serve(join(work, "build"), { base: BASE });
  try {
    return await checks(context, url);
  } finally {
    await close();
  }
}

/**
 * @param {Context} context
 * @param {string} url of the site that Docusaurus built
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
      const form = await openPage(`${url}form/`);
      await clickThrough(form);
      await form.getByRole("button", { name: "Subscribe" }).waitFor();
      const own = await openPage(`${url}own/`);
      await own.getByRole("heading", { name: OWN_TITLE, exact: true }).waitFor();
      await clickThrough(own);
      return "with a form and with an own ladder";
    }),
    await row("component, page changed without a load", async () => {
      await navigated(context, url, "Ladder", { widgets: 2 });
      await navigated(context, url, "Form");
      await navigated(context, url, "Own");
    }),
    await row("line in MDX", async () => {
      await clickThrough(await openPage(`${url}line/`));
      await checkFallback(openPage, `${url}line/`);
      await navigated(context, url, "Line");
      return "the style must be an object";
    }),
    await row("line, mdx.format md", async () => {
      const page = await openPage(`${url}html/`);
      await clickThrough(page);
      const link = await page.locator("career-ladder > a").getAttribute("href");
      assert.equal((await page.request.get(new URL(/** @type {string} */ (link), url).href)).status(), 200);
      await navigated(context, url, "HTML");
      return "a link to the site's own files needs pathname://";
    }),
  ];
}

/**
 * A page of MDX with React 18 in its development mode, which reports what server and browser render differently.
 * @param {Context} context
 */
export async function otherMdx({ work, packages, run, serve, npmInstall, openPage, clickThrough }) {
  const folder = join(work, "mdx");
  cpSync(join(here, "mdx"), folder, { recursive: true });
  copyFileSync(join(here, "CareerLadder.jsx"), join(folder, "CareerLadder.jsx"));
  const site = join(folder, "site");
  cpSync(packages.selfHosted, join(site, "career-ladder"), { recursive: true });
  await npmInstall(folder, MDX_PACKAGES, { cache: join(work, "../npm-cache") });
  await run(process.execPath, ["build.mjs"], { cwd: folder });
  const html = await run(process.execPath, ["server.cjs"], { cwd: folder });
  const script = '<script src="/browser.js"></script>';
  const pages = {
    "rendered on the server": `<main>${html}</main>`,
    "rendered on the server, then hydrated": `<main>${html}</main>${script}`,
    "created in the browser": `<main></main>${script}`,
  };
  const { url, close } = await serve(site);
  const rows = [];
  for (const [name, body] of Object.entries(pages)) {
    rows.push(
      await row(`component, React 18, ${name}`, async () => {
        const file = `${name.replace(/\W+/g, "-")}.html`;
        writeFileSync(join(site, file), `<!doctype html><html lang="en"><title>MDX</title>${body}`);
        const page = await openPage(url + file);
        await clickThrough(page);
        await page.getByRole("button", { name: "Subscribe" }).waitFor();
        if (body.includes("<a ")) {
          await checkFallback(openPage, url + file);
        }
      }),
    );
  }
  await close();
  return rows;
}

/**
 * Goes to a page, away and back, without loading another page.
 * @param {Context} context
 * @param {string} url of the page itself
 * @param {string} name of the page
 * @param {{ widgets?: number }} [options]
 */
function navigated(context, url, name, { widgets } = {}) {
  return leaveAndReturn(context, url, {
    name,
    links: (page) => {
      const links = page.locator(".theme-doc-sidebar-menu").getByRole("link");
      return { there: links.filter({ hasText: name }), away: links.filter({ hasText: "Home" }) };
    },
    heading: name,
    awayHeading: "Home",
    widgets,
  });
}
