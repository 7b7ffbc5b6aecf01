// The files of this build: glue, wasm and ladders, each fetched once a page however many widgets there are.
/* global __GLUE__, __WASM__, __LADDERS__ */

// An optimiser that runs scripts late leaves no current script; then the address tells.
export const script = document.currentScript || document.querySelector('script[src*="career-ladder.js"]');

const home = script && script.src ? new URL(".", script.src).href : document.baseURI;

/** The folder of the files: where the loader lies, unless told otherwise. */
export function folder(told) {
  return told ? new URL(told.replace(/\/?$/, "/"), document.baseURI).href : home;
}

/** An error that the site owner can do something about. */
export class Problem extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
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

async function get(url) {
  let response;
  try {
    response = await fetch(url, { credentials: "omit" });
  } catch {
    throw new Problem("network", `${url} could not be fetched`);
  }
  if (!response.ok) {
    throw new Problem("network", `${url} answered ${response.status}`);
  }
  return response;
}

/** The running program. Every widget of a page shares it. */
export function program(base) {
  return remember(base, async () => {
    const address = base + __GLUE__;
    const [glue, response] = await Promise.all([
      import(address).catch(() => {
        throw new Problem("network", `${address} could not be loaded`);
      }),
      get(base + __WASM__),
    ]);
    // Only the right type can be compiled while it arrives; the glue would warn about any other.
    const streams = /^application\/wasm\b/.test(response.headers.get("content-type"));
    const module_or_path = streams ? response : await response.arrayBuffer();
    try {
      await glue.default({ module_or_path });
    } catch (error) {
      throw new Problem("wasm", `the program could not be started: ${error.message}`);
    }
    return glue;
  });
}

/** A bundled ladder, in its packed form. */
export function bundled(base, id) {
  const file = Object.hasOwn(__LADDERS__, id) && __LADDERS__[id];
  if (!file) {
    const known = Object.keys(__LADDERS__).join(", ");
    return Promise.reject(new Problem("ladder", `there is no ladder "${id}"; bundled are: ${known}`));
  }
  return remember(base + file, async () => new Uint8Array(await (await get(base + file)).arrayBuffer()));
}
