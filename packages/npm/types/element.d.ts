/// <reference path="./career-ladder.d.ts" />

/** The class of `<career-ladder>`. */
export declare const CareerLadder: { new (): CareerLadderElement; prototype: CareerLadderElement };

/** Defines `<career-ladder>`. On a server, and where it is defined already, this does nothing. */
export declare function define(): void;

// The global types, for those who import them.
type Element_ = CareerLadderElement;
type Result = LadderResult;
type Verdict = LadderVerdict;
type Problem = LadderProblem;
type Events = LadderEvents;
export type {
  Element_ as CareerLadderElement,
  Result as LadderResult,
  Verdict as LadderVerdict,
  Problem as LadderProblem,
  Events as LadderEvents,
};
