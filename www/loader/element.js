// @ts-check
// The class of <career-ladder>: the interface between a page and the widget.

import { adoptProperties, mirrorAttributes } from "./attributes.js";
import { LadderHost } from "./host.js";

export class CareerLadder extends HTMLElement {
  static observedAttributes = ["dir", "theme", "ladder", "src"];

  #host = new LadderHost(this);

  /** The reader's placement, as in `ladder-result`; null while there is none. */
  get result() {
    return this.#host.currentStatus.program?.result ?? null;
  }

  /** Goes to the first question. */
  begin() {
    this.#host.request("begin");
  }

  /** Goes back to the ladder and drops every answer. */
  reset() {
    this.#host.request("reset");
  }

  connectedCallback() {
    adoptProperties(this);
    this.#host.connect();
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it in one go; only an element that stays away is taken down.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#host.disconnect();
      }
    });
  }

  adoptedCallback() {
    // Style sheets and observers belong to the document that the element leaves.
    this.#host.disconnect();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    this.#host.attributeChanged(name);
  }
}

mirrorAttributes(CareerLadder);
