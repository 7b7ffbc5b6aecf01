// @ts-check
// Whether the page around a widget is light or dark, and when that may have changed.

const preference = matchMedia("(prefers-color-scheme: dark)");

/**
 * The lightness of a computed colour, 0 to 1; NaN for a colour that mostly shows its background.
 * @param {string} color
 */
function lightness(color) {
  // The name of a colour space may have digits: `color(display-p3 1 1 1)`.
  const numbers = color.replace(/^color\(\S+/, "").match(/-?[\d.]+(e-\d+)?/g) || [];
  const [a, b, c, alpha = 1] = numbers.map(Number);
  const light = /l(ab|ch)/.test(color) ? a : 0.2126 * a + 0.7152 * b + 0.0722 * c;
  return alpha < 0.5 ? NaN : light / (/^rgb/.test(color) ? 255 : /^l/.test(color) ? 100 : 1);
}

/**
 * Events after which other styles may apply: a file of the page has arrived, a background has faded, the reader has used a
 * control or a link (`:has(:checked)`, `:target`), or the window has another size.
 */
const EVENTS = ["load", "transitionend", "animationend", "change", "hashchange", "resize"];

/**
 * The functions to call after a change.
 * @type {Set<() => void>}
 */
const followers = new Set();
let frame = 0;

/** Calls all of them, once a frame. */
function notify() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    followers.forEach((follow) => follow());
  });
}

const observer = new MutationObserver(notify);

/**
 * Watches the document, or a shadow tree. Watching it again changes nothing.
 * @param {Node} root
 */
function watch(root) {
  // A rule may depend on any element: `:has(.dark)`, `.dark ~ main`.
  observer.observe(root, { subtree: true, childList: true, attributes: true });
  EVENTS.forEach((name) => root.addEventListener(name, notify, true));
}

/**
 * Whether the background behind an element is dark; without a background, whether the browser's own one is. Watches all
 * trees around the element, since it may have been moved into another one.
 * @param {Element} element
 */
export function isDark(element) {
  /** @type {any} */
  let node = element;
  /** @type {boolean | undefined} */
  let dark;
  for (; node; node = node.assignedSlot || node.parentElement || node.getRootNode().host) {
    const light = lightness(getComputedStyle(node).backgroundColor);
    if (light >= 0) {
      dark ??= light < 0.5;
    }
    if (!node.parentElement) {
      watch(node.parentNode);
    }
  }
  let scheme = getComputedStyle(element).colorScheme;
  if (scheme === "normal") {
    scheme = /** @type {any} */ (document.querySelector("meta[name=color-scheme]"))?.content;
  }
  return dark ?? (/dark/.test(scheme) && (preference.matches || !/light/.test(scheme)));
}

/**
 * Calls back whenever the page may have switched its theme or its direction; returns a function that ends this.
 * @param {() => void} onChange
 */
export function onThemeChange(onChange) {
  followers.add(onChange);
  EVENTS.forEach((name) => addEventListener(name, notify));
  preference.onchange = notify;
  return () => {
    followers.delete(onChange);
    if (!followers.size) {
      observer.disconnect();
    }
  };
}
