// @ts-check
// Reports that stand in the place of a widget, for the author of the page alone.

/**
 * Whether the person who sees the page may be its author.
 * @param {Element} element
 */
export function isAuthor(element) {
  return (
    // A missing attribute is null, which the test sees as a text.
    !/^(null|undefined|false)$/.test(/** @type {any} */ (element.getAttribute("debug"))) ||
    location.protocol === "file:" ||
    /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(location.hostname)
  );
}

/**
 * The report that stands in the place of the widget.
 * @param {string} message
 * @param {string[]} lines
 * @returns {Tree}
 */
export function reportTree(message, lines) {
  const items = lines.map((line) => /** @type {Tree} */ (["li", 0, line]));
  const list = /** @type {Tree[]} */ (lines.length ? [["ul", 0, ...items]] : []);
  return ["div", { class: "problems" }, ["p", 0, `career-ladder: ${message}`], ...list];
}
