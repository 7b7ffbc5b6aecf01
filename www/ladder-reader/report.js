// @ts-check
// The problems of a ladder, as its author reads them.

/**
 * A problem in one line.
 * @param {LadderProblem} problem
 */
export function summaryLine({ severity, line, column, path, message }) {
  return `${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}`;
}

/**
 * The report that stands in the place of the widget.
 * @param {string} message
 * @param {string[]} lines
 * @returns {Tree}
 */
export function reportTree(message, lines) {
  const items = lines.map((line) => /** @type {Tree} */ (["li", 0, line]));
  return ["div", { class: "problems" }, ["p", 0, `career-ladder: ${message}`], ["ul", 0, ...items]];
}
