// @ts-check
// The files of this build. Each is fetched once a page, however many widgets there are.
/* global __GLUE__, __WASM__, __READER_GLUE__, __READER_WASM__, __LADDERS__ */

/** By ladder id, the hash in the names of its files. */
const LADDERS = new Map(__LADDERS__);

/** The folder of the loader. */
let home = "";

/**
 * Notes where the loader lies.
 * @param {string | undefined} src its address; empty for an inlined script
 */
export function setHome(src) {
  home = new URL(".", src || document.baseURI).href;
}

/**
 * The folder of the other files: that of the loader, unless the element names one.
 * @param {string | null} [assets]
 */
export function assetsFolder(assets) {
  return assets ? new URL(assets.replace(/\/?$/, "/"), document.baseURI).href : home;
}

/**
 * An error that the site owner can act on.
 * @param {"network" | "wasm" | "ladder"} code
 * @param {string} message
 */
function problem(code, message) {
  return Object.assign(new Error(message), { code });
}

/** @type {Map<string, Promise<any>>} */
const cache = new Map();

/**
 * Caches a promise by key, unless it fails: then the next widget tries again.
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
function cached(key, make) {
  let promise = cache.get(key);
  if (!promise) {
    promise = make();
    cache.set(key, promise);
    promise.catch(() => cache.delete(key));
  }
  return promise;
}

/**
 * Fetches a file.
 * @param {string} url
 * @returns {Promise<Response>}
 */
export async function fetchFile(url) {
  /** @type {any} */
  const response = await fetch(url, { credentials: "omit" }).catch(() => 0);
  if (!response.ok) {
    throw problem("network", `${url} could not be loaded${response ? ` (${response.status})` : ""}`);
  }
  return response;
}

/**
 * Compiles a wasm, once: after a trap it is only instantiated again.
 * @param {string} url
 */
function compiled(url) {
  return cached(url, async () => {
    const response = await fetchFile(url);
    // Compiling while the file arrives needs the right media type.
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  });
}

/** The number of traps. The glue can start one instance only; another fragment makes the browser load it again. */
let traps = 0;

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
      const [wasm, glue] = await Promise.all([
        compiled(base + wasmFile),
        import(traps ? `${address}#${traps}` : address).catch(() => {
          throw problem("network", `${address} could not be loaded`);
        }),
      ]);
      await glue.default(wasm, () => {
        cache.delete(address);
        traps++;
      });
      return glue;
    } catch (/** @type {any} */ error) {
      throw typeof error.code === "string" ? error : problem("wasm", `the program could not be started: ${error.message}`);
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
 * A packed bundled ladder.
 * @param {string} base
 * @param {string} id
 */
export async function bundledLadder(base, id) {
  const hash = LADDERS.get(id);
  if (!hash) {
    throw problem("ladder", `there is no ladder "${id}"; bundled are: ${[...LADDERS.keys()].join(", ")}`);
  }
  const url = `${base}${id}-${hash}.ladder`;
  return cached(url, async () => new Uint8Array(await (await fetchFile(url)).arrayBuffer()));
}

/**
 * A prerendered screen from its file; undefined for ladders without one.
 * @param {string} base
 * @param {string | null} id
 * @param {string | null} start
 * @returns {Promise<any>}
 */
export async function screenFile(base, id, start) {
  const hash = LADDERS.get(/** @type {string} */ (id));
  return hash && (await fetchFile(`${base}${id}-${hash}.${start}.json`)).json();
}
