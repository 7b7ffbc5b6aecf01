// @ts-check
// The exports of the wasm, and the order of their arguments. No other file imports them.

import { mount, unmount } from "program";

/** @import { StoredSession } from "../loader/storage.js" */

export { begin, default as start, finish_effect as finishEffect, painted, reset } from "program";

/**
 * Nodes without a widget. The program never forgets a node, so the next widget takes one of these.
 * @type {HTMLElement[]}
 */
const free = [];

/**
 * Builds a widget and returns its node; undefined for a damaged ladder.
 * @param {PackedLadder} ladder
 * @param {StoredSession} session
 * @param {boolean} isQuiz whether the first screen is the first question
 * @param {string} link
 * @param {(name: string, detail: any) => void} onEffect
 */
export function mountNode(ladder, session, isQuiz, link, onEffect) {
  const { seed, snapshot, isRemembered } = session;
  const words = ladder.words ?? "";
  const canShare = !!navigator.share;
  const node = free.pop() ?? document.createElement("div");
  if (mount(node, ladder, words, /** @type {string} */ (seed), isQuiz, snapshot, link, canShare, isRemembered, onEffect)) {
    return node;
  }
  free.push(node);
}

/** @param {HTMLElement} node */
export function unmountNode(node) {
  unmount(node);
  free.push(node);
}
