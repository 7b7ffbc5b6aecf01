// Compares the template for translators with the texts of the plugin.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expectEqual } from "./expect.mjs";

/** @param {string} plugin the plugin's folder */
export function checkTranslations(plugin) {
  const template = readFileSync(join(plugin, "languages/career-ladder.pot"), "utf8");
  const translatable = [...template.matchAll(/^msgid "(.+)"$/gm)].map(([, text]) => JSON.parse(`"${text}"`));
  expectEqual(translatable.sort(), textsOf(plugin), "the texts in the template");
}

/**
 * All texts of the plugin that a translator can translate, sorted.
 * @param {string} plugin
 */
export function textsOf(plugin) {
  const texts = new Set();
  for (const folder of ["block", "includes"]) {
    for (const name of readdirSync(join(plugin, folder)).filter((name) => /\.(js|php)$/.test(name))) {
      const source = readFileSync(join(plugin, folder, name), "utf8");
      for (const [, text] of source.matchAll(/\b__\(\s*'((?:[^'\\]|\\.)*)',\s*'career-ladder'\s*\)/g)) {
        texts.add(text.replaceAll("\\'", "'"));
      }
    }
  }
  const { title, description, keywords } = JSON.parse(readFileSync(join(plugin, "block/block.json"), "utf8"));
  const header = readFileSync(join(plugin, "career-ladder.php"), "utf8");
  const headers = ["Plugin Name", "Description", "Author"].map((name) => header.match(new RegExp(`\\* ${name}: +(.+)`))?.[1]);
  return [...texts, title, description, ...keywords, ...headers].filter((text, index, all) => all.indexOf(text) === index).sort();
}
