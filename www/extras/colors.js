// @ts-check
// The colors of what leaves the widget. Paper and pictures are light, whatever the theme of the page.

/** The widget's own accent, as in `base.css`. */
const ACCENT = "#0b6b68";

/**
 * The site owner's accent, or ours.
 * @param {Element} element the widget
 */
export function lightAccent(element) {
  return getComputedStyle(element).getPropertyValue("--ladder-accent").trim() || ACCENT;
}

/**
 * A color as `0xRRGGBB`; our accent for one that the browser does not write in that way.
 * @param {string} color in any notation of CSS
 */
export function rgb(color) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  context.fillStyle = ACCENT;
  // A canvas ignores what is no color, and gives back opaque colors of the web as `#rrggbb`.
  context.fillStyle = color;
  const found = /^#([\da-f]{6})$/.exec(`${context.fillStyle}`);
  return parseInt(found ? found[1] : ACCENT.slice(1), 16);
}
