// @ts-check
// The files of this build. Each is fetched once a page, however many widgets there are.
/* global __GLUE__, __WASM__, __READER_GLUE__, __READER_WASM__, __LADDERS__, __LANGUAGES__ */

import { importScript, request } from "files";
import { notLoaded } from "./log.js";
import { sentence } from "./sentence.js";

/** @import { Edition } from "./language.js" */

/** By ladder id, the hash in the names of its files. */
const LADDERS = new Map(__LADDERS__);

/**
 * An error that the site owner can act on.
 * @param {"network" | "wasm" | "ladder"} code
 * @param {string} message
 * @param {number} [status] of the server's response; 0 without one
 */
function problem(code, message, status) {
  return Object.assign(Error(message), { code, status });
}

/**
 * Every result that has arrived, by key.
 * @type {Map<string, Promise<any>>}
 */
const finished = new Map();

/**
 * The results on their way.
 * @type {Map<string, Promise<any>>}
 */
let pending = new Map();

/** Ends the requests on their way. */
let abort = new AbortController();

/** The number of imports that failed or were given up. A browser may remember a failed import by its address. */
let lostImports = 0;

/** Gives up the requests that nobody has answered yet, so that the next ones start anew. */
export function abandonRequests() {
  abort.abort();
  abort = new AbortController();
  pending = new Map();
  lostImports++;
}

/**
 * Keeps a result by key, unless it fails: then the next widget tries again.
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
function cached(key, make) {
  const requests = pending;
  let promise = finished.get(key) || requests.get(key);
  if (!promise) {
    promise = make();
    requests.set(key, promise);
    promise.then(
      () => finished.set(key, /** @type {Promise<T>} */ (promise)),
      () => requests.delete(key),
    );
  }
  return promise;
}

/**
 * Requests a file and uses it. A failed request is repeated once, without a word.
 * @template T
 * @param {string} url
 * @param {(response: Response) => Promise<T>} use
 * @param {boolean} [isRepeated]
 * @returns {Promise<T>}
 */
export async function load(url, use, isRepeated) {
  const { signal } = abort;
  let status = 0;
  try {
    const response = await request(url, { signal });
    if (response.ok) {
      return await use(response);
    }
    status = response.status;
  } catch (/** @type {any} */ error) {
    // The connection may break while the file arrives. All other errors are those of `use`.
    if (!/^(Type|Abort|Network)/.test(error.name)) {
      throw error;
    }
  }
  if (isRepeated || signal.aborted) {
    throw problem("network", notLoaded(url, status), status);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return load(url, use, true);
}

/**
 * The same for a file of the build. Some servers answer with a page where a file is missing.
 * @template T
 * @param {string} url
 * @param {(response: Response) => Promise<T>} use
 */
function loadBuilt(url, use) {
  return load(url, (response) => {
    if (/html/.test(response.headers.get("content-type") || "")) {
      throw problem("network", notLoaded(url), 404);
    }
    return use(response);
  });
}

/**
 * Compiles a wasm, once: after a trap it is only instantiated again.
 * @param {string} url
 */
function compiled(url) {
  return cached(url, () =>
    loadBuilt(url, async (response) =>
      // Compiling while the file arrives needs the right media type.
      response.headers.get("content-type")?.startsWith("application/wasm")
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer()),
    ),
  );
}

/** The number of traps. The glue can start one instance only; another fragment makes the browser load it again. */
let traps = 0;

/**
 * Imports the glue. A failed import does not say why, so the file is requested once more.
 * @param {string} address
 */
async function imported(address) {
  const attempt = () => importScript(address + (lostImports ? `?${lostImports}` : "") + (traps ? `#${traps}` : ""));
  try {
    return await attempt();
  } catch {
    await loadBuilt(address, async () => 0);
    lostImports++;
    return attempt().catch(() => {
      throw problem("network", `${address} could not be run`, 200);
    });
  }
}

/**
 * Starts a wasm and returns the module of its glue. All widgets of a page share the instance until it traps.
 * @param {string} base
 * @param {string} glueFile
 * @param {string} wasmFile
 */
function started(base, glueFile, wasmFile) {
  const address = base + glueFile;
  return cached(address, async () => {
    try {
      const [wasm, glue] = await Promise.all([compiled(base + wasmFile), imported(address)]);
      await glue.default(wasm, () => {
        finished.delete(address);
        pending.delete(address);
        traps++;
      });
      return glue;
    } catch (/** @type {any} */ error) {
      throw typeof error.code === "string" ? error : problem("wasm", await sentence(base, "notStarted", error.message));
    }
  });
}

/**
 * The widget's program.
 * @param {string} base
 * @returns {Promise<typeof import("../program/main.js")>}
 */
export function program(base) {
  return started(base, __GLUE__, __WASM__);
}

/**
 * The reader of site owners' own ladders.
 * @param {string} base
 * @returns {Promise<typeof import("../ladder-reader/main.js")>}
 */
export function ladderReader(base) {
  return started(base, __READER_GLUE__, __READER_WASM__);
}

/**
 * The beginning of the names of a bundled ladder's files; undefined for an unknown ladder.
 * @param {string | null} id
 * @param {{ stem?: string }} [edition]
 */
function stemOf(id, edition) {
  const hash = LADDERS.get(/** @type {string} */ (id));
  return edition?.stem || (hash && `${id}-${hash}`);
}

/**
 * A packed bundled ladder.
 * @param {Element} element
 * @param {string} base
 * @param {string} id
 * @param {Edition} [edition]
 * @returns {Promise<PackedLadder>}
 */
export async function bundledLadder(element, base, id, edition) {
  const stem = stemOf(id, edition);
  if (!stem) {
    const said = await sentence(base, "unknownLadder", id, [...LADDERS.keys()], element);
    throw Object.assign(problem("ladder", said.message || said), { report: said.report });
  }
  // Every server knows this ending; some refuse files whose ending they do not know.
  const url = `${base}${stem}.bin`;
  const [ladder, words] = await Promise.all([
    cached(url, () => loadBuilt(url, async (response) => new Uint8Array(await response.arrayBuffer()))),
    edition && cached(edition.words, () => loadBuilt(base + edition.words, (response) => response.text())),
  ]);
  // A view of its own for each widget, since two of them may have different words.
  return Object.assign(ladder.subarray(), edition, { words });
}

/**
 * The languages other than English.
 * @param {string} base
 * @returns {Promise<typeof import("../languages/languages.js")>}
 */
export function languages(base) {
  return cached(__LANGUAGES__, () => imported(base + __LANGUAGES__));
}

/**
 * A prerendered screen from its file; undefined for ladders without one.
 * @param {string} base
 * @param {string | null} id
 * @param {string | null} start
 * @param {{ stem?: string }} [edition]
 * @returns {Promise<any>}
 */
export async function screenFile(base, id, start, edition) {
  const stem = stemOf(id, edition);
  return stem && loadBuilt(`${base}${stem}.${start}.txt`, (response) => response.json());
}
