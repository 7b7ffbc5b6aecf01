// @ts-check
// Defines the element, once a page. A second loader of the same build changes nothing; one of a newer build may replace the
// host of the first.

import { CareerLadder } from "./element.js";
import { findFrames } from "./forms.js";
import { readLink } from "./links.js";
import { replaceHost } from "./newest.js";
import { listenForPrinting } from "./printing.js";

/** Defines the element, unless another loader has done so. */
export function defineElement() {
  const isFirst = !customElements.get("career-ladder");
  if (isFirst || replaceHost(CareerLadder.Host)) {
    addEventListener("hashchange", readLink);
    addEventListener("message", findFrames);
    listenForPrinting();
  }
  if (isFirst) {
    customElements.define("career-ladder", CareerLadder);
  }
}
