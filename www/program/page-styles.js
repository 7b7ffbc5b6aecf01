// @ts-check
// Follows the page's theme and direction, wherever a change leaves a trace in the document.

/** @import { LadderHost } from "../loader/host.js" */

/**
 * Events after which other styles may apply: a file of the page has arrived, a background has faded, the reader has used a
 * control or a link (`:has(:checked)`, `:target`), or the window has another size.
 */
const EVENTS = ["load", "transitionend", "animationend", "change", "hashchange", "resize"];

/** @type {Set<LadderHost>} */
const followers = new Set();
let frame = 0;

/** Brings all widgets that are still on the page up to date, once a frame. */
function notify() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    for (const host of followers) {
      if (host.element.isConnected) {
        host.syncTheme();
        watchTrees(host.element);
      } else {
        followers.delete(host);
      }
    }
    if (!followers.size) {
      observer.disconnect();
    }
  });
}

const observer = new MutationObserver(notify);

/**
 * Watches the document, and the shadow trees around an element. Watching one again changes nothing.
 * @param {Node} element
 */
function watchTrees(element) {
  /** @type {any} */
  let root = element.getRootNode();
  for (; root; root = root.host?.getRootNode()) {
    // A rule may depend on any element: `:has(.dark)`, `.dark ~ main`.
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    EVENTS.forEach((name) => root.addEventListener(name, notify, true));
  }
}

/**
 * From now on gives a widget the page's theme and direction after every change, until it leaves the page.
 * @param {LadderHost} host
 */
export function followPage(host) {
  followers.add(host);
  watchTrees(host.element);
  EVENTS.forEach((name) => addEventListener(name, notify));
  matchMedia("(prefers-color-scheme: dark)").onchange = notify;
  host.syncTheme();
}
