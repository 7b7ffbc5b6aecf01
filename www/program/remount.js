// @ts-check
// Recovery from a trap. A wasm instance cannot be trusted after a trap, so every widget is mounted again on a fresh one, with
// its stored answers.

import { mounted } from "./mounted.js";

/** A widget falls back to the static ladder at this trap. */
const MAX_TRAPS = 3;

/** @param {Error} error */
export function remountAll(error) {
  for (const host of new Set([...mounted].map((program) => program.host))) {
    const { program } = host.currentStatus;
    if (++host.trapCount < MAX_TRAPS) {
      host.logOnce("error", `the program crashed (${error.message}) and was restarted`);
      host.restart();
    } else {
      program?.unmount();
      host.fail(error);
    }
  }
}
