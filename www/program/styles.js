// @ts-check
// The styles of screens that only the program shows, and of animations.
/* global __CSS__ */

import { windowOf } from "./window.js";

/** @import { LadderHost } from "../loader/host.js" */

/**
 * The style sheet that all widgets of a window share.
 * @type {CSSStyleSheet | undefined}
 */
let sheet;

/**
 * Puts the styles after those of the prerendered screens, in place of those of an earlier program, and before those that
 * others have adopted. Returns whether there was no earlier program.
 * @param {LadderHost & { programStyles?: CSSStyleSheet }} host
 */
export function adoptStyles(host) {
  const root = /** @type {ShadowRoot} */ (host.element.shadowRoot);
  const { styles, programStyles } = host;
  const { CSSStyleSheet } = windowOf(host);
  if (!(sheet instanceof CSSStyleSheet)) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(__CSS__);
  }
  const list = root.adoptedStyleSheets.filter((other) => other !== programStyles);
  list.splice(list.indexOf(/** @type {CSSStyleSheet} */ (styles)) + 1, 0, sheet);
  root.adoptedStyleSheets = list;
  host.programStyles = sheet;
  return !programStyles;
}
