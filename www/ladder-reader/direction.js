// @ts-check
// Languages that are written from right to left.

import { rightToLeftUnlessGiven } from "../languages/direction.js";

/** Such languages, and scripts of such languages. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ji|nqo|ps|sd|syr|ug|ur|yi)(?!-latn)\b|-(adlm|arab|hebr|nkoo|syrc|thaa)\b/i;

/**
 * Tells the direction of a ladder in each place; undefined where it is always the page's.
 * @param {string} [lang] the ladder's
 */
export function directionOf(lang = "") {
  return RIGHT_TO_LEFT.test(lang) ? rightToLeftUnlessGiven : undefined;
}
