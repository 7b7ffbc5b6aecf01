// Prints what works, as a Markdown table.

import { stripVTControlCharacters } from "node:util";

/**
 * How one form of the widget does in a system.
 * @typedef {object} Row
 * @property {string} form
 * @property {boolean} ok
 * @property {string} note
 */

/** @typedef {{ name: string, rows: Row[] }} SystemRows */

/** @param {SystemRows[]} systems */
export function table(systems) {
  const lines = systems.flatMap(({ name, rows }) =>
    rows.map(({ form, ok, note }) => [name, form, ok ? "works" : "FAILS", note]),
  );
  return [["system", "form", "result", "note"], ["---", "---", "---", "---"], ...lines]
    .map((cells) => `| ${cells.map(cell).join(" | ")} |`)
    .join("\n");
}

/**
 * One line, in which nothing ends the cell.
 * @param {string} text
 */
function cell(text) {
  return stripVTControlCharacters(text).split("\n")[0].replaceAll("|", "\\|");
}
