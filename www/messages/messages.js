// @ts-check
// Sentences for the site owner. The loader imports this script on pages where something is wrong.

import { isAuthor, reportTree } from "./report.js";

const lists = { and: new Intl.ListFormat("en"), or: new Intl.ListFormat("en", { type: "disjunction" }) };

/**
 * The sentence about a ladder that does not exist, and the report for the page's author.
 * @param {string} id
 * @param {string[]} ids of the bundled ladders
 * @param {Element} element
 */
export function unknownLadder(id, ids, element) {
  const message = `there is no ladder "${id}"; the bundled ones are ${lists.and.format(ids)}; for your own, set "src"`;
  return { message, report: isAuthor(element) && reportTree(message, []) };
}

/** @param {string} reason */
export function notStarted(reason) {
  return `the program did not start: ${reason}; any Content-Security-Policy needs 'wasm-unsafe-eval' in script-src`;
}

/** @param {string} reason */
export function tooOld(reason) {
  return `this browser is too old: ${reason}`;
}

/**
 * @param {string} name of an attribute
 * @param {string} value
 * @param {string[]} known the values that it may have
 */
export function unknownValue(name, value, known) {
  return `${name}="${value}" is unknown; use ${lists.or.format(known)}`;
}
