// The names of the widget's controls, from its catalogs.

import { readFileSync } from "node:fs";

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A regular expression for all texts that a pattern of the catalog can become, as "Between {0} and {1}".
 * @param {string} pattern
 */
const filled = (pattern) => pattern.split(/\{\d\}/).map(escape).join(".+");

/**
 * The words that a reader follows through the quiz.
 * @param {string} language a tag, as `de`
 */
export function words(language) {
  const catalog = new URL(`../../languages/${language}.json`, import.meta.url);
  const all = JSON.parse(readFileSync(catalog, "utf8")).words;
  const { start, skip, next, finish, outcome, clear, between, unclear, shareTab, compare, pasteLink } = all;
  return {
    start,
    skip,
    outcome,
    shareTab,
    compare,
    pasteLink,
    /** "Next", or "See my stage" at the last question. */
    goOn: new RegExp(`^(${escape(next)}|${escape(finish)})$`),
    heading: new RegExp(`^(${[clear, between, unclear].map(filled).join("|")})$`),
  };
}
