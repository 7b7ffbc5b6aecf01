// @ts-check
// The wasm of the extras. Its file lies beside this module, whichever folder the widget's own files come from.
/* global __OWN_WASM__ */

import { addressBeside } from "beside";
import { request } from "files";
import start, { checklist, compare, find_link, own_words, picture } from "program";

/**
 * One side of a comparison.
 * @typedef {object} Side
 * @property {string[]} titles of the rungs that the outcome names; none if it is unclear
 * @property {number} missing the number of answers that the ladder no longer has
 */

/**
 * The level, or one area.
 * @typedef {object} Row
 * @property {string} name of the area; empty for the level
 * @property {number | null} own in thousandths of the ladder's height
 * @property {number | null} other
 * @property {string | null} ownTitle the nearest rung
 * @property {string | null} otherTitle
 * @property {"same" | "one" | "more" | "onlyOwn" | "onlyOther" | "neither"} agreement
 * @property {number} apart in levels
 */

/** @typedef {{ refusal?: undefined, own: Side, other: Side, rows: Row[] }} Compared */
/** @typedef {"foreign" | "another" | "damaged" | "newer" | "empty"} Refusal */

/**
 * The start of the wasm; undefined before it, and after it failed.
 * @type {Promise<void> | undefined}
 */
let started;

/** Fetches the wasm and starts it, once. */
export function startWasm() {
  started ||= compiled(addressBeside(__OWN_WASM__))
    .then((wasm) => start(wasm))
    .catch((error) => {
      started = undefined;
      throw error;
    });
  return started;
}

/**
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compiled(url) {
  const response = await request(url);
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }
  // Compiling while the file arrives needs the right media type.
  return response.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The private link in a text, from its `#` on; undefined if there is none.
 * @param {string} text
 */
export function linkIn(text) {
  return find_link(text);
}

/**
 * The words that a ladder replaces, as a packed catalog in which the others are empty; empty without any.
 * @param {Uint8Array} ladder
 */
export function ownWords(ladder) {
  return own_words(ladder);
}

/**
 * Compares two private links.
 * @param {Uint8Array} ladder
 * @param {string} own
 * @param {string} other
 * @returns {Compared | { refusal: Refusal }}
 */
export function compared(ladder, own, other) {
  return JSON.parse(compare(ladder, own, other) || '{"refusal":"damaged"}');
}

/**
 * The plan of the reader with this snapshot as a checklist in Markdown; undefined if there is none.
 * @param {Uint8Array} ladder
 * @param {string} snapshot
 * @param {string[]} words
 * @returns {string | undefined}
 */
export function checklistOf(ladder, snapshot, words) {
  return checklist(ladder, snapshot, words.join("\n"));
}

/**
 * The picture of a result as an SVG file; undefined if the link cannot be read.
 * @param {Uint8Array} ladder
 * @param {string} link from its `#` on
 * @param {number} accent `0xRRGGBB`
 * @param {string[]} words
 * @param {{ measure(text: string, size: number, isBold: boolean): number }} ruler
 */
export function pictureOf(ladder, link, accent, words, ruler) {
  return picture(ladder, link, accent, words.join("\n"), ruler);
}
