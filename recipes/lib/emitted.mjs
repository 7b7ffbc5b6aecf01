// Checks which of the widget's files a bundler put into its output.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** How every wasm begins, in base64. */
const WASM_AS_BASE64 = "AGFzbQ";

/**
 * The wasm files below a folder: the hash of each one's content, sorted.
 * @param {string} folder
 */
function wasmFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".wasm"))
    .map((name) => createHash("sha256").update(readFileSync(join(folder, name))).digest("hex"))
    .sort();
}

/**
 * Fails unless a bundler's output has each wasm file of the installed package exactly once.
 * @param {string} output
 * @param {string} site the folder with `node_modules`
 */
export function checkEmitted(output, site) {
  const files = wasmFiles(join(site, "node_modules/career-ladder/assets"));
  assert.ok(files.length > 0);
  assert.deepEqual(wasmFiles(output), files, "the output has other wasm files than the package, or one of them twice");
  const scripts = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => /\.m?js$/.test(name));
  const inline = scripts.filter((name) => readFileSync(join(output, name), "utf8").includes(WASM_AS_BASE64));
  assert.deepEqual(inline, [], "scripts of the output have wasm inside");
}
