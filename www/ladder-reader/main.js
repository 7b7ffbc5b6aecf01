// @ts-check
// The entry of the module that reads site owners' own ladders. Only pages with such a ladder load it.

/* global __BUNDLED__ */

import { addressBeside, isThere } from "beside";
import start, { missing_base, read } from "program";
import { inlineLadder } from "../loader/inline-ladder.js";
import { isAuthor, reportTree } from "../messages/report.js";
import { directionOf } from "./direction.js";
import { adviceOnFetching, summaryLine } from "./problems.js";

/**
 * The file of each bundled ladder and each translation of one, by its name: `product`, `product.de`. The standalone script has
 * no translations.
 */
const BUNDLED = new Map(
  __BUNDLED__
    .split(" ")
    .filter(isThere)
    .map((file) => [file.slice(0, file.lastIndexOf("-")), file]),
);

/** Their names, as the wasm takes them. */
const NAMES = [...BUNDLED.keys()].join(" ");

/**
 * A ladder file, or one that it extends.
 * @typedef {{ name: string, url: string, content: Uint8Array }} LadderFile
 */

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
 * Calls the wasm with files, the base first: name and content of each, after its length in bytes (4 bytes, little-endian).
 * @template T
 * @param {(files: Uint8Array, bundled: string) => T} call
 * @param {LadderFile[]} files
 * @returns {T}
 */
function callWithFiles(call, files) {
  const parts = files.flatMap(({ name, content }) => [new TextEncoder().encode(name), content]);
  const bytes = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  try {
    return call(bytes, NAMES);
  } catch (error) {
    onTrap();
    throw error;
  }
}

/**
 * The file that the first of these files extends, if it is missing: the name of a bundled ladder after a colon, or an address
 * relative to that first file. The command-line program of the npm package calls this too, and `readLadder`.
 * @param {LadderFile[]} files
 * @returns {string | undefined}
 */
export function missingBase(files) {
  return callWithFiles(missing_base, files);
}

/**
 * Reads a ladder with the files that it extends. The answer of the wasm holds the length of the problems' JSON (4 bytes, little-endian),
 * that JSON, and the packed ladder, which is empty if a file has errors.
 * @param {LadderFile[]} files
 * @returns {{ problems: LadderProblem[], ladder: Uint8Array }}
 */
export function readLadder(files) {
  const answer = callWithFiles(read, files);
  const end = 4 + new DataView(answer.buffer, answer.byteOffset).getUint32(0, true);
  return { problems: JSON.parse(new TextDecoder().decode(answer.subarray(4, end))), ladder: answer.subarray(end) };
}

/**
 * The bytes of the site owner's file. If the server does not have it, that says nothing of the files of the build.
 * @param {string} url
 * @param {typeof import("../loader/assets.js").load} load
 * @param {string} [overlay] the name of the file that extends it
 */
async function fetchLadder(url, load, overlay) {
  try {
    return new Uint8Array(await load(url, (response) => response.arrayBuffer()));
  } catch (/** @type {any} */ error) {
    const { status } = error;
    const reason = status ? `the server answered ${status}` : "no answer, or no CORS header";
    const isGone = status > 399 && status < 500;
    const name = overlay ? `${url}, which ${overlay} extends,` : url;
    throw Object.assign(error, {
      message: `${name} could not be loaded: ${reason}`,
      status: isGone ? 200 : status,
      lines: adviceOnFetching(url, status),
    });
  }
}

/**
 * An error in the site owner's ladder. The author reads its lines below the message.
 * @param {string} message
 * @param {object} [details]
 */
function ladderError(message, details) {
  return Object.assign(Error(message), { code: "ladder", lines: [] }, details);
}

/**
 * An address in full.
 * @param {string} address
 * @param {string} relativeTo
 * @param {string} [overlay] the name of the file that extends what is there; undefined for the element's `src`
 */
function fullUrl(address, relativeTo, overlay) {
  try {
    return new URL(address, relativeTo).href;
  } catch {
    throw ladderError(`${overlay ? `${overlay} extends` : "src is"} ${address}, which is no address`);
  }
}

/**
 * The address of the file that an overlay extends, as `missingBase` names it.
 * @param {string} base
 * @param {LadderFile} overlay
 */
function baseUrl(base, { name, url }) {
  const bundled = base[0] === ":" && BUNDLED.get(base.slice(1));
  return bundled ? addressBeside(bundled) : fullUrl(base, url, name);
}

/**
 * Adds the files that a ladder file extends, the base first. The editor of the WordPress plugin calls this too, and `readLadder`.
 * @param {LadderFile[]} files
 * @param {typeof import("../loader/assets.js").load} load
 */
export async function fetchBases(files, load) {
  for (let base; (base = missingBase(files)) !== undefined; ) {
    const url = baseUrl(base, files[0]);
    files.unshift({ name: url, url, content: await fetchLadder(url, load, files[0].name) });
  }
}

/**
 * The language of a ladder whose files have no errors: that of the last file that names one.
 * @param {LadderFile[]} files
 */
function langOf(files) {
  return files.flatMap(({ content }) => JSON.parse(new TextDecoder().decode(content)).lang ?? []).pop();
}

/** @typedef {() => Promise<typeof import("../languages/languages.js")>} Languages imports the languages other than English */

/**
 * The words of the interface in the language of a ladder; undefined for English, and where there are none.
 * @param {string} lang
 * @param {typeof import("../loader/assets.js").load} load
 * @param {Languages} languages
 * @returns {Promise<string | undefined>}
 */
async function wordsIn(lang, load, languages) {
  if (/^en(-|$)/i.test(lang)) {
    return undefined;
  }
  const { nearestLanguage } = await languages();
  const file = nearestLanguage(lang)?.words;
  return file && load(addressBeside(file), (response) => response.text());
}

/**
 * The packed ladder of an element that brings its own. The problems of a ladder with errors are in the error it throws; so is
 * the report for its author, also of a ladder that could not be fetched.
 * @param {Element} element
 * @param {string | undefined} src the ladder's address; undefined for one inside the element
 * @param {typeof import("../loader/assets.js").load} load
 * @param {Languages} languages
 */
export async function packedLadder(element, src, load, languages) {
  const showsReport = isAuthor(element);
  try {
    return await ownLadder(element, src, load, languages, showsReport);
  } catch (/** @type {any} */ error) {
    const { message, lines } = error;
    if (lines) {
      error.log = [message, ...lines].join("\n");
      error.report = showsReport && reportTree(message, lines);
    }
    throw error;
  }
}

/**
 * The same without reports. Warnings go to the author's console.
 * @param {Element} element
 * @param {string | undefined} src
 * @param {typeof import("../loader/assets.js").load} load
 * @param {Languages} languages
 * @param {boolean} showsWarnings
 */
async function ownLadder(element, src, load, languages, showsWarnings) {
  const url = src && fullUrl(src, document.baseURI);
  const content = url
    ? await fetchLadder(url, load)
    : new TextEncoder().encode(/** @type {Element} */ (inlineLadder(element)).textContent);
  const name = url || "the ladder inside the element";
  const files = [{ name, url: url || document.baseURI, content }];
  await fetchBases(files, load);
  const { problems, ladder } = readLadder(files);
  const lines = problems.map(summaryLine);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (errors) {
    throw ladderError(`${name} has ${errors} error${errors > 1 ? "s" : ""}`, { problems, lines });
  }
  if (lines.length && showsWarnings) {
    console.warn(`career-ladder: ${name}:\n${lines.join("\n")}`);
  }
  const lang = langOf(files);
  return Object.assign(ladder, { directionIn: directionOf(lang), words: await wordsIn(lang ?? "en", load, languages) });
}
