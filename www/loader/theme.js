// @ts-check
// Whether the page around a widget is light or dark.

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
 * Whether the background behind an element is dark; without a background, whether the reader prefers dark.
 * @param {Element} element
 */
export function isDark(element) {
  /** @type {any} */
  let node = element;
  for (; node; node = node.assignedSlot || node.parentElement || node.getRootNode().host) {
    const light = lightness(getComputedStyle(node).backgroundColor);
    if (light >= 0) {
      return light < 0.5;
    }
  }
  return preference.matches;
}

/**
 * Calls back whenever the page may have switched its theme; returns a function that ends this.
 * @param {() => void} onChange
 */
export function onThemeChange(onChange) {
  const observer = new MutationObserver(onChange);
  for (const root of [document.documentElement, document.body]) {
    if (root) {
      observer.observe(root, { attributes: true });
    }
  }
  preference.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    preference.removeEventListener("change", onChange);
  };
}
