// @ts-check
// The language of a widget: that of the page around it, if the ladder comes in it; else English.

/**
 * A bundled ladder in another language than English.
 * @typedef {object} Edition
 * @property {(element: Element) => string | undefined} [directionIn] only in a language that is written from right to left
 * @property {string} words the file of the interface's words
 * @property {string} stem the beginning of the names of the ladder's files
 */

/**
 * The language that the page gives an element, as a tag; empty for English.
 * @param {any} element
 * @returns {string}
 */
export function languageOf(element) {
  const nearest = element.closest("[lang]:not([lang=''])");
  const { host } = element.getRootNode();
  return !nearest && host ? languageOf(host) : (nearest?.lang ?? "").replace(/^en(-.*)?$/i, "");
}
