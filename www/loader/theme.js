// @ts-check
// Whether the page around a widget is light or dark.

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
 * Whether the background behind an element is dark; without a background, whether the browser's own one is.
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
  // Our styles give this property the colour `Canvas`, which knows the color scheme in use.
  return lightness(getComputedStyle(element).columnRuleColor) < 0.5;
}
