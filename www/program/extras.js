// @ts-check
// Uses the extras: comparing, printing, the picture, the checklist. Few readers do, so their files are fetched at the first use.
/* global __EXTRAS__ */

import { addressBeside } from "beside";
import { importScript } from "files";
import { copies } from "./storage-write.js";

/** @import { ExtraDetail, ExtraKind } from "../extras/main.js" */
/** @import { MountedProgram } from "./mounted.js" */

/** The number of attempts that failed. A browser may remember a failed import by its address. */
let failures = 0;

/**
 * Uses the module of the extras. Its file lies beside this one.
 * @template T
 * @param {(extras: typeof import("../extras/main.js")) => T} use
 * @returns {Promise<Awaited<T>>}
 */
async function withExtras(use) {
  try {
    return await use(await importScript(addressBeside(__EXTRAS__) + (failures ? `?${failures}` : "")));
  } catch (error) {
    failures++;
    throw error;
  }
}

/**
 * The reader's plan as a checklist in Markdown.
 * @param {MountedProgram} program
 */
export function checklist({ ladder, session }) {
  return withExtras((extras) => extras.checklist(ladder, session.snapshot));
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
    await withExtras((extras) => {
      // The reader may have gone on to another screen.
      const container = find();
      return container && extras.open(kind, container, { ladder, copies: copies(session), ...detail, program });
    });
  } catch {
    find()?.replaceChildren();
    program.finishEffect("extra", false);
  }
}
