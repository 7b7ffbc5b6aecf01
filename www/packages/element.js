// @ts-check
// The entry `career-ladder/element` of the npm package: the class of the element, and the function that defines it.

import { defineElement } from "../loader/define.js";

export { CareerLadder } from "../loader/element.js";

/** Defines `<career-ladder>`. On a server, and where it is defined already, this does nothing. */
export function define() {
  if (globalThis.customElements) {
    defineElement();
  }
}
