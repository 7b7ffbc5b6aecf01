// Formats numbers and tables for people.

const grouped = (number) => Math.round(number).toLocaleString("en-US");

export const time = (number) => `${grouped(number)} ms`;
export const bytes = (number) => (number < 1e6 ? `${(number / 1e3).toFixed(1)} KB` : `${(number / 1e6).toFixed(1)} MB`);
export const plain = (number) => grouped(number);
export const fraction = (number) => number.toFixed(3);
export const ratio = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(0));

/** The median, followed by the minimum and maximum in brackets if they differ once formatted. */
export function range({ median, least, most }, format) {
  const ends = [least, most].map((end) => format(end).replace(/ .*/, ""));
  return ends[0] === ends[1] ? format(median) : `${format(median)} (${ends.join("–")})`;
}

/** A Markdown table: the first column holds words, the others numbers. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column ? "---:" : "---"))), ...rows.map(line)].join("\n");
}
