// <career-ladder>, as the page sees it.

import { adopt, mirror } from "./attributes.js";
import { Widget } from "./widget.js";

export class CareerLadder extends HTMLElement {
  static observedAttributes = ["ladder", "src", "theme", "dir"];

  #widget = new Widget(this);

  /** Where the reader was placed, as in `ladder-result`, or null. */
  get result() {
    return this.#widget.live?.result ?? null;
  }

  /** Goes to the first question. */
  begin() {
    this.#widget.want("begin");
  }

  /** Goes back to the ladder and drops every answer. */
  reset() {
    this.#widget.want("reset");
  }

  connectedCallback() {
    adopt(this);
    this.#widget.enter();
  }

  disconnectedCallback() {
    // A move takes an element out and puts it back in one go: only what stays away is taken down.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#widget.leave();
      }
    });
  }

  attributeChangedCallback(name) {
    this.#widget.change(name);
  }
}

mirror(CareerLadder);
