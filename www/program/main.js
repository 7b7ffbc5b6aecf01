// What runs beside the program, in one file with it; the loader knows when.

import start from "program";
import { guarded, isBroken } from "./guard.js";
import { fall } from "./live.js";

export { Live } from "./live.js";

/** Starts the program. Where it breaks, `broken` is called, and every widget starts anew on a fresh one. */
export default async function (wasm, broken) {
  await start(wasm, (exports) =>
    guarded(exports, (error) => {
      broken();
      queueMicrotask(() => fall(error));
    }),
  );
  if (isBroken()) {
    throw new Error("it stopped");
  }
}
