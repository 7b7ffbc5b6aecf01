// @ts-check
// The direction of a ladder in a language that is written from right to left.

/** Such languages, and scripts of such languages. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ji|nqo|ps|sd|syr|ug|ur|yi)(?!-latn)\b|-(adlm|arab|hebr|nkoo|syrc|thaa)\b/i;

/**
 * The direction of a ladder; undefined where it is the page's, whose nearest `dir` counts before the language.
 * @param {Element} element
 * @param {string} [lang] the ladder's
 */
export function directionOf(element, lang = "") {
  return RIGHT_TO_LEFT.test(lang) && !element.closest("[dir]") ? "rtl" : undefined;
}
