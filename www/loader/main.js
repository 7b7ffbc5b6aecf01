// The one file a page names. It may run twice, in two versions: the first one defines the element.

import { scripts } from "./assets.js";
import { CareerLadder } from "./element.js";
import { fromPlaceholders, fromScript } from "./forms.js";

if (!customElements.get("career-ladder")) {
  customElements.define("career-ladder", CareerLadder);
}
scripts.forEach(fromScript);
fromPlaceholders();
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", fromPlaceholders);
}
