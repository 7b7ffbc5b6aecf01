// @ts-check
// Notices traps. A wasm that traps stops in the middle of a call and leaves its memory as it is. No event tells of it, but
// every call into the wasm goes through one of its exports.

let trapped = false;
let depth = 0;

/** Whether this instance has trapped. */
export function hasTrapped() {
  return trapped;
}

/**
 * Wraps the exports of the instance: after the first one that throws, none does anything.
 * @param {WebAssembly.Exports} exports
 * @param {(error: Error) => void} onTrap
 * @returns {WebAssembly.Exports}
 */
export function guardExports(exports, onTrap) {
  const guard = (/** @type {Function} */ call) => (/** @type {any[]} */ ...args) => {
    depth++;
    try {
      if (!trapped) {
        return call(...args);
      }
    } catch (/** @type {any} */ error) {
      if (!trapped) {
        trapped = true;
        onTrap(error);
      }
      // A call from within the wasm must stop its caller too. Other calls come from the browser or from this module.
      if (depth > 1) {
        throw error;
      }
    } finally {
      depth--;
    }
    // The glue takes some results apart.
    return [];
  };
  /** @type {Record<string, any>} */
  const guarded = {};
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === "function" ? guard(value) : value;
  }
  return guarded;
}
