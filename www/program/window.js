// @ts-check
// The window of a widget. It is not always the one that loaded the program.

/** @import { LadderHost } from "../loader/host.js" */

/**
 * The window that shows a widget: a script may have moved the element into a frame or a pop-up.
 * @param {LadderHost} host
 */
export function windowOf({ element }) {
  return /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
}
