// @ts-check
// The screen of a widget whose program cannot run, or whose ladder has problems that its author should see.

import { pagesFolder } from "./folder.js";
import { paint } from "./paint.js";
import { paintScreen } from "./screens.js";
import { bundledId } from "./source.js";

/** @import { LadderHost } from "./host.js" */

/**
 * Shows the static ladder, whose buttons lead nowhere, with the page's own link in the place of the quiz's button.
 * @param {LadderHost} host
 * @param {PrerenderedScreen | undefined} ladder without it, the screen stays
 * @param {Tree} [report] problems for the author of the ladder
 */
export function showFallback(host, ladder, report) {
  const { wrapper } = host;
  if (ladder) {
    paintScreen(host, ladder);
  }
  wrapper.style.minHeight = "";
  wrapper.querySelectorAll("button").forEach((button) => (button.disabled = true));
  // A page without content of its own inside the element gets a link to the ladder's page. A package has no pages.
  const folder = pagesFolder(host.base);
  const id = bundledId(host.element);
  /** @type {Tree} */
  const link = ["a", { href: `${folder}${id}/` }, host.texts[3] || "Find your career stage"];
  const isThere = folder && id;
  (wrapper.querySelector(".actions") || wrapper).replaceChildren(paint(["slot", 0, isThere ? link : ""]));
  if (report) {
    wrapper.append(paint(report));
  }
}
