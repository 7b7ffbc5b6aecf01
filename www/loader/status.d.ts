// The life of a widget on its page.
//
//   away -> waiting -> starting -> live      an error while starting: failed, or back to live if an earlier program is shown
//                       ^  ^         |
//                       |  +---------+       another ladder, a link, or a trap
//                       +--- failed          a press, or the network is back
//
// Every status changes to `away` when the element is removed. Each change makes a new object, so code that waited for a file
// compares the object by identity to see whether another start or the removal has overtaken it.

import type { MountedProgram } from "../program/mounted.js";
import type { EarlyInput } from "./early-input.js";

/** The properties of the other statuses. */
interface Nothing {
  canRetry?: undefined;
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
  canRetry?: false;
  /** Listens to the prerendered screen; undefined if a program has been shown before. */
  earlyInput?: EarlyInput;
  /** The question behind the prerendered one, if the build knows it. */
  nextQuestion?: NextQuestion;
  /** The program that stays on the screen until the new one takes over. */
  program?: MountedProgram;
}

/** The program runs. */
interface Live extends Omit<Nothing, "canRetry" | "program"> {
  name: "live";
  /** Whether a file for its successor did not arrive, so that it starts again when the network is back. */
  canRetry?: boolean;
  program: MountedProgram;
}

/** A file did not arrive, and the prerendered screen is still shown; or trying again cannot help, and the static ladder is. */
interface Failed extends Omit<Starting, "name" | "canRetry" | "program"> {
  name: "failed";
  /** Whether a press, or the network's return, starts the widget again. */
  canRetry?: boolean;
  program?: undefined;
}

export type Status = Away | Waiting | Starting | Live | Failed;
