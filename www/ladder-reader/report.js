// @ts-check
// The problems of a ladder, as its author reads them.

/**
 * A problem in one line. One in a file that the ladder extends begins with that file's address.
 * @param {LadderProblem} problem
 */
export function summaryLine({ severity, file, line, column, path, message }) {
  return `${file ? `${file}:` : ""}${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}`;
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
