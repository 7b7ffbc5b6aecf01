// @ts-check
// The page's bars: headers and banners that stay in place while the page scrolls. The reader's next heading, details or
// widget must not end up behind one.

/**
 * The page's element in front of a point near the left edge of one of ours: null outside the window, undefined if there is
 * none.
 * @param {Element} element
 * @param {number} below the point's distance from the upper edge; negative for a point above the element
 */
export function coverOf(element, below) {
  const { left, top } = element.getBoundingClientRect();
  let { host } = /** @type {ShadowRoot} */ (element.getRootNode());
  // The widget may be in a shadow tree of the page, and Firefox asks only elements of the tree that is asked.
  while (host) {
    const root = /** @type {ShadowRoot} */ (host.getRootNode());
    // An element that begins above the window is looked at where the window begins. A widget that has left the page is in no
    // tree that can be asked.
    const found = root.elementFromPoint?.(left + 9, Math.max(top + below, 1));
    // Above the element there may be what holds the widget, such as the box around one that scrolls.
    if (found !== host && !(below < 0 && found?.contains(host))) {
      return found;
    }
    ({ host } = root);
  }
}

/**
 * Makes room above an element for the page's bars: by its margin for scrolling, or by the place where it is sticky.
 * @param {HTMLElement} element
 * @param {number} below the distance of the point that must be clear from the upper edge
 * @param {number} [scrolls] how often to scroll its upper edge to the top of the window, or to the lowest bar there
 */
export function makeRoom(element, below, scrolls) {
  // Bars may be stacked, and some stay in place only once the page has scrolled.
  for (let room = 0, tries = 20; tries--; ) {
    element.style.setProperty("--cl-top", room ? `${room}px` : "");
    if (scrolls) {
      element.scrollIntoView({ block: "start", behavior: "instant" });
    }
    const bar = (coverOf(element, below) || coverOf(element, 1))?.getBoundingClientRect();
    // Nothing can get out from under a box as high as the window.
    if (!bar || bar.height > innerHeight / 2) {
      break;
    }
    // The host of a bar in a shadow tree may have any size.
    room += Math.max(bar.bottom - element.getBoundingClientRect().top - below, 9);
  }
  if (scrolls === 2) {
    // A script may fix its header in the frame after the page has scrolled.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => coverOf(element, below) && makeRoom(element, below, 1)),
    );
  }
}
