// @ts-check
// The languages that the interface comes in, and the bundled ladders in each. Only widgets on a page in another language than
// English import this file.
/* global __LIST__ */

import { rightToLeftUnlessGiven } from "./direction.js";

/** @import { Edition } from "../loader/language.js" */

/**
 * By tag in lower case.
 * @type {Record<string, { dir?: "rtl", words: string, ladders: Record<string, string> }>}
 */
const LIST = __LIST__;

/**
 * The language with a tag, or else the nearest, which has fewer subtags.
 * @param {string} tag
 */
export function nearestLanguage(tag) {
  for (let rest = tag.toLowerCase(); rest; rest = rest.replace(/-?[^-]*$/, "")) {
    if (Object.hasOwn(LIST, rest)) {
      return LIST[rest];
    }
  }
}

/**
 * A bundled ladder in the language with a tag; undefined if it has no translation.
 * @param {string} id
 * @param {string} tag
 * @returns {Edition | undefined}
 */
export function findEdition(id, tag) {
  const { dir, words = "", ladders = {} } = nearestLanguage(tag) ?? {};
  const stem = ladders[id];
  return stem ? { directionIn: dir && rightToLeftUnlessGiven, words, stem } : undefined;
}
