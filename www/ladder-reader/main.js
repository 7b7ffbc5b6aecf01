// @ts-check
// The entry of the module that reads site owners' own ladders. Only pages with such a ladder load it.

import start, { read } from "program";
import { inlineLadder } from "../loader/inline-ladder.js";
import { directionOf } from "./direction.js";
import { reportTree, summaryLine } from "./report.js";

/** @type {() => void} */
let onTrap;

/**
 * Starts the wasm. After a trap `callback` is called, so that the next import starts another instance.
 * @param {WebAssembly.Module} wasm
 * @param {() => void} callback
 */
export default function (wasm, callback) {
  onTrap = callback;
  return start(wasm);
}

/**
 * Whether the person who sees the page may be its author.
 * @param {Element} element
 */
function isAuthor(element) {
  return (
    // A missing attribute is null, which the test sees as a text.
    !/^(null|undefined|false)$/.test(/** @type {any} */ (element.getAttribute("debug"))) ||
    location.protocol === "file:" ||
    /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(location.hostname)
  );
}

/**
 * Reads a ladder's file. The answer holds the length of the problems' JSON (4 bytes, little-endian), that JSON, and the packed
 * ladder, which is empty if the file has errors.
 * @param {Uint8Array} file
 * @returns {{ problems: LadderProblem[], ladder: Uint8Array }}
 */
function readLadder(file) {
  let answer;
  try {
    answer = read(file);
  } catch (error) {
    onTrap();
    throw error;
  }
  const end = 4 + new DataView(answer.buffer, answer.byteOffset).getUint32(0, true);
  return { problems: JSON.parse(new TextDecoder().decode(answer.subarray(4, end))), ladder: answer.subarray(end) };
}

/**
 * The bytes of the site owner's file. If the server does not have it, that says nothing of the files of the build.
 * @param {string} url
 * @param {typeof import("../loader/assets.js").load} load
 */
async function fetchLadder(url, load) {
  try {
    return new Uint8Array(await load(url, (response) => response.arrayBuffer()));
  } catch (/** @type {any} */ error) {
    const { status } = error;
    const reason = status ? `the server answered ${status}` : "no answer, or no CORS header";
    const isGone = status > 399 && status < 500;
    throw Object.assign(error, { message: `${url} could not be loaded: ${reason}`, status: isGone ? 200 : status });
  }
}

/**
 * The packed ladder of an element that brings its own. The problems of a ladder with errors are in the error it throws.
 * @param {Element} element
 * @param {string | undefined} src the ladder's address; undefined for one inside the element
 * @param {typeof import("../loader/assets.js").load} load
 */
export async function packedLadder(element, src, load) {
  const url = src && new URL(src, document.baseURI).href;
  const file = url
    ? await fetchLadder(url, load)
    : new TextEncoder().encode(/** @type {Element} */ (inlineLadder(element)).textContent);
  const { problems, ladder } = readLadder(file);
  const name = url || "the ladder inside the element";
  const lines = problems.map(summaryLine);
  const showsReport = isAuthor(element);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (errors) {
    const message = `${name} has ${errors} error${errors > 1 ? "s" : ""}`;
    const log = [message, ...lines].join("\n");
    const report = showsReport && reportTree(message, lines);
    throw Object.assign(new Error(message), { code: "ladder", problems, log, report });
  }
  if (lines.length && showsReport) {
    console.warn(`career-ladder: ${name}:\n${lines.join("\n")}`);
  }
  return Object.assign(ladder, { dir: directionOf(element, JSON.parse(new TextDecoder().decode(file)).lang) });
}
