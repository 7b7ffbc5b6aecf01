// The life of a widget on its page.
//
//   away -> waiting -> starting -> live      an error while starting: failed, or back to live if an earlier program is shown
//                         ^          |
//                         +----------+       another ladder, a link, or a trap
//
// Every status changes to `away` when the element is removed. Each change makes a new object, so code that waited for a file
// compares the object by identity to see whether another start or the removal has overtaken it.

import type { MountedProgram } from "../program/mounted.js";
import type { EarlyInput } from "./early-input.js";

/** The properties of the other statuses. */
interface Nothing {
  earlyInput?: undefined;
  nextQuestion?: undefined;
  program?: undefined;
}

/** The element is not on the page. */
interface Away extends Nothing {
  name: "away";
}

/** The element is far from the viewport, and has not been touched. */
interface Waiting extends Omit<Nothing, "earlyInput"> {
  name: "waiting";
  earlyInput: EarlyInput;
}

/** Program and ladder are starting. */
export interface Starting {
  name: "starting";
  /** Listens to the prerendered screen; undefined if a program has been shown before. */
  earlyInput?: EarlyInput;
  /** The question behind the prerendered one, if the build knows it. */
  nextQuestion?: NextQuestion;
  /** Whether the reader has gone on to that question. */
  hasAdvanced?: boolean;
  /** The program that stays on the screen until the new one takes over. */
  program?: MountedProgram;
}

/** The program runs. */
interface Live extends Omit<Nothing, "program"> {
  name: "live";
  program: MountedProgram;
}

/** The static ladder is shown. */
interface Failed extends Omit<Nothing, "earlyInput"> {
  name: "failed";
  earlyInput?: EarlyInput;
}

export type Status = Away | Waiting | Starting | Live | Failed;
