// The files of this build, programs and ladders, each fetched once a page however many widgets there are.
/* global __GLUE__, __WASM__, __READER_GLUE__, __READER_WASM__, __LADDERS__ */

const { currentScript } = document;

/** The script that runs. An optimiser that runs scripts late leaves none current; then it is one of those at the address. */
export const scripts = currentScript ? [currentScript] : [...document.querySelectorAll('script[src*="career-ladder.js"]')];

const home = scripts[0]?.src ? new URL(".", scripts[0].src).href : document.baseURI;

/** The folder of the files: where the loader lies, unless told otherwise. */
export function folder(told) {
  return told ? new URL(told.replace(/\/?$/, "/"), document.baseURI).href : home;
}

/** An error that the site owner can do something about. */
export class Problem extends Error {
  constructor(code, message, problems = []) {
    super(message);
    this.code = code;
    this.problems = problems;
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
    throw new Problem("network", `${url} could not be loaded`);
  }
  if (!response.ok) {
    throw new Problem("network", `${url} answered ${response.status}`);
  }
  return response;
}

/** A running wasm, as the module that speaks to it. Every widget of a page shares it. */
function run(base, glueFile, wasmFile) {
  const address = base + glueFile;
  return remember(address, async () => {
    const [glue, response] = await Promise.all([
      import(address).catch(() => {
        throw new Problem("network", `${address} could not be loaded`);
      }),
      get(base + wasmFile),
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

/** The program that is the widget. */
export function program(base) {
  return run(base, __GLUE__, __WASM__);
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

/** The text of a site owner's own ladder. */
export async function fetched(url) {
  return (await get(url)).text();
}

/** A site owner's own ladder in its packed form, with what there is to say about it. */
export async function read(base, text) {
  const reader = await run(base, __READER_GLUE__, __READER_WASM__);
  // The length of the problems as JSON, the problems, the packed ladder (nothing where it is refused).
  const answer = reader.read(text);
  const start = 4 + new DataView(answer.buffer, answer.byteOffset).getUint32(0, true);
  const problems = JSON.parse(new TextDecoder().decode(answer.subarray(4, start)));
  return { problems, ladder: answer.subarray(start) };
}
