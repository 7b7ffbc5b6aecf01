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
