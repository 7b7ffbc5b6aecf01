// @ts-check
// The marker beside the ladder. Only the browser knows the height of a row, so the program leaves its place to the page.

/**
 * Moves the marker to the mean height of the rungs, weighted by the shares that their fills show.
 * @param {Element} node of the program
 */
export function placeMarker(node) {
  /** @type {HTMLElement | null} */
  const marker = node.querySelector(".marker");
  if (!marker) {
    return;
  }
  const box = /** @type {HTMLElement} */ (marker.parentElement);
  const { y: top, height: boxHeight } = box.getBoundingClientRect();
  let sum = 0;
  let weight = 0;
  for (const fill of /** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll(".rung > .fill"))) {
    // The box around it: the fill itself is not shown in the level that the reader is placed on.
    const { y, height } = /** @type {Element} */ (fill.parentElement).getBoundingClientRect();
    if (height) {
      // From `scaleX(0.25)`.
      const share = parseFloat(fill.style.transform.slice(7));
      sum += share * (y + height / 2);
      weight += share;
    }
  }
  if (weight) {
    // In the box's own pixels, which `zoom` and `transform` of the page leave alone.
    const place = Math.round(((sum / weight - top) / boxHeight) * box.offsetHeight);
    marker.style.cssText = `display:block;transform:translateY(${place}px)`;
  }
}
