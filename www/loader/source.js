// Which ladder an element shows: its author's own, by address or inside the element, or a bundled one.

import { bundled, get, reader } from "./assets.js";
import { inline } from "./inline.js";

/** What is shown where nothing is named. */
export const DEFAULT_LADDER = "product";

/** The bundled ladder an element names, if it brings none of its own. */
export function named(element) {
  return element.hasAttribute("src") || inline(element) ? null : element.getAttribute("ladder") || DEFAULT_LADDER;
}

/** The packed ladder of an element. What is wrong with an author's own one is in the error thrown. */
export async function packed(element, base) {
  const id = named(element);
  return id ? bundled(base, id) : (await reader(base)).packed(element, get);
}
