// @ts-check
// The direction of a ladder that is written from right to left.

/**
 * The page's direction counts before the language's.
 * @param {Element} element
 * @returns {"rtl" | undefined} undefined if the page gives the element a direction
 */
export function rightToLeftUnlessGiven(element) {
  // The widget may be in a shadow tree of the page.
  const { host } = /** @type {ShadowRoot} */ (element.getRootNode());
  if (!element.closest("[dir=ltr],[dir=rtl],[dir=auto]")) {
    return host ? rightToLeftUnlessGiven(host) : "rtl";
  }
}
