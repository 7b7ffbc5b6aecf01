// @ts-check
// Prints the result. The host page stays as it is: what is printed is the document of a frame of our own.

import { paint } from "../loader/paint.js";
import { fillPrintDocument } from "./print-document.js";

/** @import { ScreenContext } from "./main.js" */

/** By then every browser that opens a dialog has begun to print. Some return from `print()` before. */
const PATIENCE_MS = 1000;

/** @type {(container: Element, context: ScreenContext) => Promise<void>} */
export async function openPrint(container, context) {
  const { host } = context.program;
  const status = paint(["p", { class: "extra-summary", lang: context.words.lang, role: "status" }]);
  container.replaceChildren(status);
  const frame = await addFrame(/** @type {ShadowRoot} */ (container.getRootNode()));
  const window = frame.contentWindow;
  if (!window) {
    // The reader has pressed again meanwhile, and a newer frame has replaced this one.
    return;
  }
  buildPrintDocument(frame, container, context);
  let hasBegun = false;
  window.addEventListener("beforeprint", () => {
    hasBegun = true;
    status.textContent = "";
    // During this event Chromium passes no other one on.
    setTimeout(() => host.emit("share", { method: "print", url: "" }));
  });
  // Some browsers still need the document in the event itself.
  window.addEventListener("afterprint", () => setTimeout(() => frame.remove()));
  window.print();
  setTimeout(() => {
    // A frame that may open no dialogs refuses without a word.
    if (!hasBegun) {
      frame.remove();
      status.textContent = context.words.text(WORD.printRefused);
    }
  }, PATIENCE_MS);
}

/**
 * Adds an empty frame that nobody sees or reaches; an earlier one goes.
 * @param {ShadowRoot} root
 * @returns {Promise<HTMLIFrameElement>}
 */
function addFrame(root) {
  root.querySelector(".extra-frame")?.remove();
  const frame = paint(["iframe", { class: "extra-frame", "aria-hidden": "true", tabindex: "-1" }]);
  return new Promise((resolve) => {
    // Firefox replaces the first document of a frame by the one that it loads.
    frame.addEventListener("load", () => resolve(frame), { once: true });
    root.append(frame);
  });
}

/**
 * Builds the document to print in a frame. Tests call it without a dialog.
 * @param {HTMLIFrameElement} frame
 * @param {Element} container
 * @param {ScreenContext} context
 */
export function buildPrintDocument(frame, container, context) {
  fillPrintDocument(/** @type {Document} */ (frame.contentDocument), container, context);
}
