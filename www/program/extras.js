// @ts-check
// Opens the extras: comparing, printing and the picture. Few readers use them, so their files are fetched at the first use.
/* global __EXTRAS__ */

import { copies } from "./storage-write.js";

/** @import { ExtraDetail, ExtraKind } from "../extras/main.js" */
/** @import { MountedProgram } from "./mounted.js" */

/** The number of attempts that failed. A browser may remember a failed import by its address. */
let failures = 0;

/** The module of the extras. Its file lies beside this one. */
function extras() {
  const { href } = new URL(__EXTRAS__, import.meta.url);
  return import(href + (failures ? `?${failures}` : ""));
}

/**
 * Opens one of the extras in the program's empty element `.extra`. If it does not load, the program is told that the effect
 * `extra` failed; the next attempt starts anew.
 * @param {MountedProgram} program
 * @param {ExtraKind} kind
 * @param {ExtraDetail} detail
 */
export async function openExtra(program, kind, detail) {
  const { session, ladder } = program;
  const find = () => program.host.wrapper.querySelector(".extra");
  try {
    /** @type {typeof import("../extras/main.js")} */
    const { open } = await extras();
    // The reader may have gone on to another screen.
    const container = find();
    if (container) {
      await open(kind, container, { ladder, copies: copies(session), ...detail, program });
    }
  } catch {
    failures++;
    find()?.replaceChildren();
    program.finishEffect("extra", false);
  }
}
