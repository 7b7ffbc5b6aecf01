// The one file a page names. It may run twice, in two versions: the first one defines the element.

import { scripts } from "./assets.js";
import { CareerLadder } from "./element.js";
import { fromFrames, fromPlaceholders, fromScript } from "./forms.js";

// When this script has run: browsers whose tools are open, as Lighthouse's are, note from where each request was made, and
// would read this file again for the first one.
queueMicrotask(() => {
  if (!customElements.get("career-ladder")) {
    customElements.define("career-ladder", CareerLadder);
  }
});
scripts.forEach(fromScript);
for (const form of [fromPlaceholders, fromFrames]) {
  // After what is on the page already.
  setTimeout(form);
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", form);
  }
}
