// The files of this build, programs and ladders, each fetched once a page however many widgets there are.
/* global __GLUE__, __WASM__, __READER_GLUE__, __READER_WASM__, __LADDERS__ */

/** By id, the part of the names of a ladder's files that changes with their content. */
const LADDERS = new Map(__LADDERS__);

const { currentScript } = document;

/** The script that runs. An optimiser that runs scripts late leaves none current; then it is one of those at the address. */
export const scripts = currentScript ? [currentScript] : [...document.querySelectorAll('script[src*="career-ladder.js"]')];

const home = new URL(".", scripts[0]?.src || document.baseURI).href;

/** The folder of the files: where the loader lies, unless told otherwise. */
export function folder(told) {
  return told ? new URL(told.replace(/\/?$/, "/"), document.baseURI).href : home;
}

/** An error that the site owner can do something about. */
function problem(code, message) {
  return Object.assign(new Error(message), { code });
}

const once = new Map();

/** Remembers a promise by its key, but not a failed one: the next widget tries again. */
function remember(key, make) {
  let promise = once.get(key);
  if (!promise) {
    promise = make();
    once.set(key, promise);
    promise.catch(() => once.delete(key));
  }
  return promise;
}

/** Asks the network. */
export async function get(url) {
  const response = await fetch(url, { credentials: "omit" }).catch(() => 0);
  if (!response.ok) {
    throw problem("network", `${url} could not be loaded${response ? ` (${response.status})` : ""}`);
  }
  return response;
}

/** Compiled once: a program that broke starts again from here. */
function compiled(url) {
  return remember(url, async () => {
    const response = await get(url);
    // Only the right type can be compiled while it arrives.
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  });
}

/** How many programs broke. A module of JavaScript is another one under another fragment. */
let broken = 0;

/** A running wasm, as the module that speaks to it. Every widget of a page shares it, until it breaks. */
function run(base, glueFile, wasmFile) {
  const address = base + glueFile;
  return remember(address, async () => {
    try {
      const [wasm, glue] = await Promise.all([
        compiled(base + wasmFile),
        import(broken ? `${address}#${broken}` : address).catch(() => {
          throw problem("network", `${address} could not be loaded`);
        }),
      ]);
      await glue.default(wasm, () => {
        once.delete(address);
        broken++;
      });
      return glue;
    } catch (error) {
      throw typeof error.code === "string" ? error : problem("wasm", `the program could not be started: ${error.message}`);
    }
  });
}

/** The program that is the widget. */
export function program(base) {
  return run(base, __GLUE__, __WASM__);
}

/** What reads a site owner's own ladder. */
export function reader(base) {
  return run(base, __READER_GLUE__, __READER_WASM__);
}

/** A bundled ladder, in its packed form. */
export async function bundled(base, id) {
  const hash = LADDERS.get(id);
  if (!hash) {
    throw problem("ladder", `there is no ladder "${id}"; bundled are: ${[...LADDERS.keys()].join(", ")}`);
  }
  const url = `${base}${id}-${hash}.ladder`;
  return remember(url, async () => new Uint8Array(await (await get(url)).arrayBuffer()));
}

/** A screen of a bundled ladder that has it in a file. */
export async function screen(base, id, start) {
  const hash = LADDERS.get(id);
  return hash && (await get(`${base}${id}-${hash}.${start}.json`)).json();
}
