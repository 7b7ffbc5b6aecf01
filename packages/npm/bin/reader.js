// The core's reader of ladder files: the wasm that the widget uses for ladders of site owners.

import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../", import.meta.url);

/**
 * The file of a folder whose name matches; builds put hashes into the names.
 * @param {string} folder
 * @param {RegExp} pattern
 */
function find(folder, pattern) {
  const url = new URL(folder, root);
  const name = readdirSync(url).find((name) => pattern.test(name));
  if (!name) {
    throw new Error(`${url.pathname} has no ${pattern.source}`);
  }
  return new URL(name, url);
}

/** Starts the reader. It asks for no files itself. */
export async function startReader() {
  const { default: createModule } = await import(find("chunks/", /^career-ladder-reader-.*\.js$/).href);
  const reader = createModule({});
  const wasm = readFileSync(find("assets/", /^career-ladder-reader-.*\.wasm$/));
  // After a trap the program ends, so there is nothing to start again.
  await reader.default(await WebAssembly.compile(wasm), () => {});
  return reader;
}

/**
 * The text of a bundled ladder or of a translation of one, as `product.de`, or the schema.
 * @param {string} name
 */
export const bundled = (name) => readFileSync(new URL(`ladders/${name}.json`, root));
