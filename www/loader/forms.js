// @ts-check
// The other ways to embed a widget, for systems that refuse unknown elements.

import { assetsFolder } from "./folder.js";

const TAG = "career-ladder";

/**
 * Creates the element with the attributes that `from` has as `data-` attributes.
 * @param {Element} from
 * @param {Node[]} children
 */
function create(from, children) {
  const element = document.createElement(TAG);
  for (const { name, value } of from.attributes) {
    // Consent managers move the script's address to `data-src`.
    if (name.startsWith("data-") && !(name === "data-src" && /career-ladder\.js/.test(value))) {
      element.setAttribute(name.slice(5), value);
    }
  }
  element.append(...children);
  return element;
}

/**
 * `<script data-ladder=…>`: inserts a widget after the script.
 * @param {HTMLScriptElement} script
 */
export function fromScript(script) {
  if ("ladder" in script.dataset && script.nextElementSibling?.localName !== TAG) {
    script.after(create(script, []));
  }
}

/** `<div class="career-ladder" data-ladder=…>`: inserts a widget into it, whose fallback is the previous content. */
export function fromPlaceholders() {
  for (const placeholder of document.querySelectorAll("div.career-ladder[data-ladder]")) {
    if (!placeholder.querySelector(TAG)) {
      placeholder.append(create(placeholder, [...placeholder.childNodes]));
    }
  }
}

/**
 * Frames with our page: imports the script that hears their messages, which most pages do not need. Frames that come later, or
 * whose address is not in their `src`, are known by their messages.
 * @param {MessageEvent | Event} [event]
 */
export function fromFrames(event) {
  if (/** @type {any} */ (event)?.data?.[TAG] || document.querySelector('iframe[src*="embed.html"]')) {
    import(`${assetsFolder()}frames.js`).then(({ receive }) => receive(event)).catch(() => 0);
  }
}
