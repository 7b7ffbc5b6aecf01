// A ladder file together with the files that it extends.

import { readFileSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { bundled } from "./reader.js";

const MAX_BYTES = 1 << 20;

/**
 * A problem as the reader gives it. `file` is the base that has it, if not the ladder file itself does.
 * @typedef {{ severity: "error" | "warning", path: string, line: number, column: number, message: string, file?: string }}
 *   Problem
 */

/** @typedef {{ name: string, content: Uint8Array }} LadderFile */

/**
 * The problems of a ladder file and of those that it extends.
 * @param {any} reader
 * @param {string} name `-` stands for standard input
 * @returns {Problem[]}
 */
export function problemsOf(reader, name) {
  /** @type {LadderFile[]} the base first */
  const files = [];
  try {
    files.push({ name, content: read(name) });
  } catch (error) {
    return [{ severity: "error", path: "", line: 1, column: 1, message: error.message }];
  }
  for (let base; (base = reader.missingBase(files)) !== undefined; ) {
    try {
      files.unshift(readBase(base, files[0].name));
    } catch (error) {
      return withoutBase(reader.readLadder(files).problems, error.message);
    }
  }
  return reader.readLadder(files).problems;
}

/**
 * The content of a file. The error says why it cannot be read.
 * @param {string} name
 */
function read(name) {
  let content;
  try {
    content = readFileSync(name === "-" ? 0 : name);
  } catch (error) {
    throw new Error(`cannot be read: ${reason(error)}`);
  }
  if (content.length > MAX_BYTES) {
    throw new Error(`the file is larger than 1 MiB; at most ${MAX_BYTES} bytes are allowed`);
  }
  return content;
}

/**
 * The system's reason, as "No such file or directory (os error 2)". Node writes "ENOENT: no such file or directory, open 'x'".
 * @param {any} error
 */
function reason({ message, errno, code }) {
  if (code === "EISDIR") {
    return `Is a directory (os error ${-errno})`;
  }
  const [, text] = /^E\w+: (.*?)(?:, \w+(?: '.*')?)?$/s.exec(message) ?? [];
  return text ? `${text[0].toUpperCase()}${text.slice(1)} (os error ${-errno})` : message;
}

/**
 * The file that an overlay extends.
 * @param {string} base the name of a bundled ladder after a colon, or a path from the overlay
 * @param {string} overlay
 * @returns {LadderFile}
 */
function readBase(base, overlay) {
  if (base.startsWith(":")) {
    const name = base.slice(1);
    return { name: `ladders/${name}.json`, content: bundled(name) };
  }
  if (base.includes("://")) {
    throw new Error("commands fetch nothing; save that ladder beside this file, and write its name");
  }
  const name = isAbsolute(base) ? base : folderOf(overlay) + base;
  try {
    return { name, content: read(name) };
  } catch (error) {
    throw new Error(`${name}: ${error.message}`);
  }
}

/**
 * The folder of a file with a slash at its end; empty if the name has none.
 * @param {string} file
 */
function folderOf(file) {
  if (!/[\\/]/.test(file)) {
    return "";
  }
  const folder = dirname(file).replace(/([\\/]\.)+$/, "");
  return /[\\/]$/.test(folder) ? folder : `${folder}/`;
}

/**
 * The problem that the base could not be read, where the reader only knows that it is missing.
 * @param {Problem[]} problems
 * @param {string} message
 */
function withoutBase(problems, message) {
  const pattern = /this file changes .*, whose text is not here$/s;
  const missing = problems.find((problem) => pattern.test(problem.message));
  return missing ? [{ ...missing, message: missing.message.replace(pattern, () => message) }] : problems;
}
