// @ts-check

/**
 * The script with a site owner's own ladder inside an element.
 * @param {Element} element
 */
export function inlineLadder(element) {
  return element.querySelector(':scope>script[type="application/json"]');
}
