// @ts-check
// Follows the page's theme, language and direction, wherever a change leaves a trace in the document.

import { languageOf } from "../loader/language.js";

/** @import { LadderHost } from "../loader/host.js" */

/**
 * Events after which other styles may apply: a file of the page has arrived, a background has faded, the reader has used a
 * control or a link (`:has(:checked)`, `:target`), or the window has another size.
 */
const EVENTS = ["load", "transitionend", "animationend", "change", "hashchange", "resize"];

/** The browser keeps every list that is asked for as long as it has a listener, so there is one. */
const preference = matchMedia("(prefers-color-scheme: dark)");

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
        syncLanguage(host);
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

/**
 * Starts a widget anew if the page has another language now, in which its ladder has other words.
 * @param {LadderHost} host
 */
async function syncLanguage(host) {
  if (host.lang !== languageOf(host.element)) {
    // Without the list of languages it starts too, and says what is missing.
    const edition = await host.findEdition()?.catch(() => ({ stem: "" }));
    if (edition?.stem !== host.edition?.stem) {
      host.restart();
    }
  }
}

const observer = new MutationObserver(notify);

/**
 * Watches every tree around an element: the document, and shadow trees that it is in or slotted into. Watching one again
 * changes nothing.
 * @param {Element} element
 */
function watchTrees(element) {
  /** @type {any} */
  let node = element;
  for (; node; node = node.assignedSlot || node.parentNode || node.host) {
    if (!node.parentNode) {
      // A rule may depend on any element: `:has(.dark)`, `.dark ~ main`.
      observer.observe(node, { subtree: true, childList: true, attributes: true });
      EVENTS.forEach((name) => node.addEventListener(name, notify, true));
    }
  }
}

/**
 * From now on gives a widget the page's theme, language and direction after every change, until it leaves the page.
 * @param {LadderHost} host
 */
export function followPage(host) {
  followers.add(host);
  watchTrees(host.element);
  EVENTS.forEach((name) => addEventListener(name, notify));
  preference.onchange = notify;
  host.syncTheme();
  // The page's language may have changed while the program was on its way.
  notify();
}
