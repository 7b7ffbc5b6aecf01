/// <reference path="./career-ladder.d.ts" />

/** The class of `<career-ladder>`. */
export declare const CareerLadder: { new (): CareerLadderElement; prototype: CareerLadderElement };

/** Defines `<career-ladder>`. On a server, and where it is defined already, this does nothing. */
export declare function define(): void;
