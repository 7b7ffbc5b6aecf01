// @ts-check
// Which ladder an element shows: a bundled one, or the site owner's own, by address or inside the element.

import { bundledLadder, ladderReader, languages, load } from "./assets.js";
import { attributeValue } from "./attributes.js";
import { inlineLadder } from "./inline-ladder.js";

/** The ladder of an element that names none. */
export const DEFAULT_LADDER = "product";

/**
 * The id of the bundled ladder that an element shows; null for the site owner's own ladder.
 * @param {Element} element
 */
export function bundledId(element) {
  return attributeValue(element, "src") || inlineLadder(element) ? null : attributeValue(element, "ladder") || DEFAULT_LADDER;
}

/**
 * Loads the packed ladder of an element. The problems of a site owner's own ladder are in the error it throws.
 * @param {Element} element
 * @param {string} base
 * @param {import("./language.js").Edition} [edition]
 * @returns {Promise<PackedLadder>}
 */
export async function packedLadder(element, base, edition) {
  const id = bundledId(element);
  return id
    ? bundledLadder(element, base, id, edition)
    : (await ladderReader(base)).packedLadder(element, attributeValue(element, "src"), load, () => languages(base));
}
