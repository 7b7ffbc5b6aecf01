// Tests the plugin in a real WordPress: by the block and by the shortcode, in both editors and in both kinds of themes. An
// administrator writes the posts, and so does an author who may not use scripts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blockCases } from "./block-cases.mjs";
import { ownLadderCases } from "./own-ladder-cases.mjs";
import { pageCases } from "./page-cases.mjs";
import { checkRules } from "./plugin-rules.mjs";
import { readableCases } from "./readable-cases.mjs";
import { shortcodeCases } from "./shortcode-cases.mjs";
import { startSite } from "./site.mjs";
import { checkTranslations } from "./translations.mjs";
import { uploadCases } from "./upload-cases.mjs";

const CASES = [...blockCases, ...shortcodeCases, ...ownLadderCases, ...uploadCases, ...readableCases, ...pageCases];

export default {
  name: "WordPress",
  inCi: false,
  programs: [
    { command: "wp-setup", debian: "wordpress" },
    { command: "php", debian: "php-cli" },
    { command: "mariadbd", debian: "mariadb-server" },
    { command: "unzip", debian: "unzip" },
  ],
  /** @param {any} context see `recipes/run.mjs` */
  async test({ work, packages, run, browser, openPage, clickThrough }) {
    const site = await startSite({ work, plugin: packages.wordpress, run });
    const context = { url: site.url, browser, openPage, clickThrough };
    /** @type {{ form: string, ok: boolean, note: string }[]} */
    const rows = [];
    try {
      for (const [form, check] of CASES) {
        const { ok, note } = await outcome(() => check(context));
        rows.push({ form, ok, note });
        await Promise.all(browser.contexts().map((/** @type {any} */ context) => context.close()));
      }
      const folder = join(work, "site/wp-content");
      const plugin = join(folder, "plugins/career-ladder");
      rows.push({ form: "rules of the plugin check", ...(await outcome(() => checkRules(plugin))) });
      rows.push({ form: "translations", ...(await outcome(() => checkTranslations(plugin))) });
      rows.push({ form: "no warning of PHP", ...(await outcome(() => checkLog(join(folder, "debug.log"), site.version))) });
    } finally {
      await site.stop();
    }
    return rows;
  },
};

/**
 * Runs a case. One that fails does not keep the others from running.
 * @param {() => any} check returns a note, or throws
 */
async function outcome(check) {
  try {
    return { ok: true, note: (await check()) ?? "" };
  } catch (/** @type {any} */ error) {
    console.error(error?.stack ?? error);
    return { ok: false, note: String(error?.message ?? error).split("\n")[0] };
  }
}

/**
 * @param {string} log WordPress writes it only if there is something to say
 * @param {string} version of WordPress
 */
function checkLog(log, version) {
  const lines = readFileSync(log, { encoding: "utf8", flag: "a+" }).split("\n");
  const ours = lines.filter((line) => line.includes("career-ladder"));
  if (ours.length) {
    throw new Error(ours.join("\n"));
  }
  return `of WordPress ${version}`;
}
