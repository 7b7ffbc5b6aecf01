// @ts-check
// The entry of the extras: comparing two results, printing one, its picture, and its plan as a checklist. The program imports
// this module at their first use (`www/program/extras.js`), and calls
//
//     await open(kind, container, context)
//
// - `kind` is `compare`, `print` or `picture`.
// - `container` is the empty element `.extra` in the widget's shadow root. The program renders it with a key and never touches
//   its children; `open` replaces them. If `open` fails, the program empties it and says so.
// - `context` is described at `ExtraContext`. Nothing in it is stored or sent.
//
// Printing reads the screen around the container: `.result-head`, and every `[role=tabpanel]` but the one with the container.
// They must all be in the shadow root, hidden ones too; the text of the tab that labels a panel becomes its heading.
//
// A checklist has no screen: `checklist` makes its text, and the program copies it.
//
// The first picture that is saved, copied or shared, and each printing, fire `ladder-share`.
/* global __CSS__ */

import { openCompare } from "./compare.js";
import { openPicture } from "./picture.js";
import { openPrint } from "./print.js";
import { checklistOf, ownWords, startWasm } from "./wasm.js";
import { Words } from "./words.js";

/** @import { MountedProgram } from "../program/mounted.js" */
/** @import { Copy } from "../program/storage-write.js" */

/** @typedef {"compare" | "print" | "picture"} ExtraKind */

/**
 * The values that the program passes.
 * @typedef {object} ExtraDetail
 * @property {string} own the reader's own result as a private link, from its `#` on; empty if they have none
 * @property {string} other the link whose result is shown instead, likewise; empty if it is the reader's own
 * @property {PackedLadder} [ladder] the packed ladder; by default the program's
 * @property {string} title the title of the ladder
 * @property {string} text the outcome in one line
 */

/**
 * The same with those that every extra needs.
 * @typedef {ExtraDetail & { ladder: PackedLadder, copies: Copy[], program: MountedProgram }} ExtraContext
 */

/**
 * The same with the words of the screen.
 * @typedef {ExtraContext & { words: Words }} ScreenContext
 */

/** @type {Record<string, (container: Element, context: ScreenContext) => void | Promise<void>>} */
const SCREENS = { compare: openCompare, print: openPrint, picture: openPicture };

/** The words of a checklist, in the order of `extras/src/checklist.rs`. */
const IN_CHECKLIST = [WORD.target, WORD.targetHere, WORD.focus, WORD.tasks];

/**
 * The last press for each container: while the wasm loads, the reader may ask for something else.
 * @type {WeakMap<Element, ExtraContext>}
 */
const latest = new WeakMap();

/**
 * Shows one of the extras.
 * @param {ExtraKind} kind
 * @param {Element} container
 * @param {ExtraContext} context
 */
export async function open(kind, container, context) {
  latest.set(container, context);
  await startWasm();
  if (latest.get(container) !== context) {
    return;
  }
  context.program.host.adopt(__CSS__);
  // An earlier failure is no news any more.
  context.program.finishEffect("extra", true);
  await SCREENS[kind](container, { ...context, words: new Words(context.ladder.words, ownWords(context.ladder)) });
}

/**
 * The reader's plan as a checklist in Markdown.
 * @param {PackedLadder} ladder
 * @param {string} snapshot of the reader's answers and choices
 */
export async function checklist(ladder, snapshot) {
  await startWasm();
  const words = new Words(ladder.words, ownWords(ladder));
  const text = checklistOf(ladder, snapshot, IN_CHECKLIST.map((key) => words.template(key)));
  if (!text) {
    throw new Error("there is no plan");
  }
  return text;
}
