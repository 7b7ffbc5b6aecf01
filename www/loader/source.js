// Which ladder an element shows: its author's own, by address or inside the element, or a bundled one.

import { Problem, bundled, fetched, read } from "./assets.js";
import { paint } from "./paint.js";

const DEFAULT_LADDER = "product";

/** The bundled ladder an element names, if it brings none of its own. */
export function named(element) {
  return element.hasAttribute("src") || inline(element) ? null : element.getAttribute("ladder") || DEFAULT_LADDER;
}

/** Whether an element shows the ladder whose first screen the loader carries. */
export function isDefault(element) {
  return named(element) === DEFAULT_LADDER;
}

function inline(element) {
  return [...element.children].find((child) => child.matches('script[type="application/json"]'));
}

/** The packed ladder of an element. What is wrong with an author's own one is in the problem thrown. */
export async function packed(element, base) {
  const id = named(element);
  if (id) {
    return bundled(base, id);
  }
  const src = element.getAttribute("src");
  const url = src && new URL(src, document.baseURI).href;
  const { problems, ladder } = await read(base, url ? await fetched(url) : inline(element).textContent);
  const name = url || "the ladder inside the element";
  const wrong = problems.filter((problem) => problem.severity === "error").length;
  if (wrong) {
    throw new Problem("ladder", `${name} has ${wrong} error${wrong > 1 ? "s" : ""}`, problems);
  }
  if (problems.length && isAuthor(element)) {
    console.warn(`career-ladder: ${name}:\n${problems.map(line).join("\n")}`);
  }
  return ladder;
}

/** Whether whoever sees the page may be the one who writes it. */
export function isAuthor(element) {
  return (
    element.hasAttribute("debug") ||
    location.protocol === "file:" ||
    /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(location.hostname)
  );
}

/** A problem on a line of its own. */
export function line({ severity, line, column, path, message }) {
  return `${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}`;
}

/** What is wrong, for the author to read in the place of the widget. */
export function report(error) {
  const items = error.problems.map((problem) => ["li", 0, line(problem)]);
  return paint(["div", { class: "problems" }, ["p", 0, `career-ladder: ${error.message}`], ["ul", 0, ...items]]);
}
