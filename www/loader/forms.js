// @ts-check
// The other ways to embed a widget, for systems that refuse unknown elements. Few pages use them, so the code of each is in a
// file of its own.

import { importScript } from "files";
import { assetsFolder, pagesFolder } from "./folder.js";
import { LadderHost } from "./host.js";
import { logOnce, notLoaded } from "./log.js";
import { findNewestForms } from "./newest.js";

/**
 * Imports the file of a form that the page uses. Where it is gone, the newest loader looks for forms by itself.
 * @param {string} file
 * @param {any} [argument]
 */
function use(file, argument) {
  const base = assetsFolder();
  const url = base + file;
  importScript(url).then(
    ({ receive }) => receive(argument, pagesFolder(base)),
    async () => (await findNewestForms(LadderHost, base)) || logOnce("error", notLoaded(url)),
  );
}

/**
 * What needs a closer look: all but what a site owner puts into the element, in which a section is the ladder to read; and content
 * for the result outside.
 */
const SUSPECTS = "career-ladder>:not(a,section,[slot],[type*=json]),[slot=result]:not(career-ladder>*)";

/**
 * Looks for scripts and placeholders that ask for a widget, and for mistakes around elements.
 * @param {HTMLScriptElement[]} scripts the loader's
 */
export function findForms(scripts) {
  if (document.querySelector("[data-ladder],.career-ladder,script[data-src]")) {
    use("forms.js", scripts);
  }
  if (document.querySelector(SUSPECTS)) {
    use("mistakes.js");
  }
}

/**
 * Looks for frames with our page. Those that come later, or whose address is not in their `src`, are known by their messages.
 * @param {MessageEvent | Event} [event]
 */
export function findFrames(event) {
  if (/** @type {any} */ (event)?.data?.["career-ladder"] || document.querySelector('iframe[src*="embed.html"]')) {
    use("frames.js", event);
  }
}
