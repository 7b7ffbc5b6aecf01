// @ts-check
// The entry of the module that the loader imports for the program: the glue of the wasm, and the code that is only needed
// beside it.

import { start } from "./binding.js";
import { MountedProgram } from "./mounted.js";
import { remountAll } from "./remount.js";
import { guardExports, hasTrapped } from "./trap-guard.js";

/** @import { LadderHost } from "../loader/host.js" */
/** @import { Starting } from "../loader/status.d.ts" */

/**
 * Starts the wasm. After a trap `onTrap` is called, so that the next import starts another instance, and every widget is
 * mounted again.
 * @param {WebAssembly.Module} wasm
 * @param {() => void} onTrap
 */
export default async function (wasm, onTrap) {
  await start(wasm, (exports) =>
    guardExports(exports, (error) => {
      onTrap();
      queueMicrotask(() => remountAll(error));
    }),
  );
  if (hasTrapped()) {
    throw new Error("it crashed");
  }
}

/**
 * Builds a widget out of sight; it takes over the host's screen as soon as it is drawn.
 * @param {LadderHost} host
 * @param {Starting} starting
 * @param {PackedLadder} ladder
 */
export function mount(host, starting, ladder) {
  new MountedProgram(host, starting, ladder);
}
