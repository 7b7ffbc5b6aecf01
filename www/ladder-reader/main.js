// What the loader asks about a site owner's own ladder; fetched only by pages that bring one.

import start, { read } from "program";
import { inline } from "../loader/inline.js";

let lost;

/** Starts the program; `broken` is called when it has to be started anew. */
export default function (wasm, broken) {
  lost = broken;
  return start(wasm);
}

/** A problem on a line of its own. */
function line({ severity, line, column, path, message }) {
  return `${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}`;
}

/** Whether whoever sees the page may be the one who writes it. */
function isAuthor(element) {
  return (
    element.hasAttribute("debug") ||
    location.protocol === "file:" ||
    /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(location.hostname)
  );
}

/** What is wrong, as a tree for the author to read in the place of the widget. */
function report(message, lines) {
  const items = lines.map((line) => ["li", 0, line]);
  return ["div", { class: "problems" }, ["p", 0, `career-ladder: ${message}`], ["ul", 0, ...items]];
}

function bytes(text) {
  try {
    return read(text);
  } catch (error) {
    lost();
    throw error;
  }
}

/** The packed ladder of an element that brings one; `get` asks the network. What is wrong with it is in the error thrown. */
export async function packed(element, get) {
  const src = element.getAttribute("src");
  const url = src && new URL(src, document.baseURI).href;
  const answer = bytes(url ? await (await get(url)).text() : inline(element).textContent);
  const name = url || "the ladder inside the element";
  // The length of the problems as JSON, the problems, the packed ladder (nothing where it is refused).
  const start = 4 + new DataView(answer.buffer, answer.byteOffset).getUint32(0, true);
  const problems = JSON.parse(new TextDecoder().decode(answer.subarray(4, start)));
  const lines = problems.map(line);
  const author = isAuthor(element);
  const wrong = problems.filter((problem) => problem.severity === "error").length;
  if (wrong) {
    const message = `${name} has ${wrong} error${wrong > 1 ? "s" : ""}`;
    const tree = author && report(message, lines);
    throw Object.assign(new Error(message), { code: "ladder", problems, lines, tree });
  }
  if (lines.length && author) {
    console.warn(`career-ladder: ${name}:\n${lines.join("\n")}`);
  }
  return answer.subarray(start);
}
