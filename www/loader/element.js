// @ts-check
// The class of <career-ladder>: the interface between a page and the widget. Its host may be that of a newer build, so no
// name that the two share may change.

/* global __VERSION__ */

import { adoptProperties, mirrorAttributes } from "./attributes.js";
import { LadderHost } from "./host.js";
import { memory } from "./storage.js";

export class CareerLadder extends HTMLElement {
  static observedAttributes = ["dir", "theme", "ladder", "src"];

  /** The class of the page side; that of the newest loader, once the files of this one are gone. */
  static Host = LadderHost;
  /**
   * The build whose files are gone, so that a newer loader may replace `Host`.
   * @type {string | undefined}
   */
  static outdated;
  /**
   * The search for the newest loader's forms, for every loader on the page.
   * @type {Promise<unknown> | undefined}
   */
  static formSearch;
  /** The answers in memory, for every loader on the page. */
  static memory = memory;

  #host = this.#createHost();

  /** The reader's placement, as in `ladder-result`; null while there is none. */
  get result() {
    return this.#host.result;
  }

  /** The product's version. */
  get version() {
    return __VERSION__;
  }

  /** Goes to the first question. */
  begin() {
    this.#host.request("begin");
  }

  /** Goes back to the ladder and drops every answer. */
  reset() {
    this.#host.request("reset");
  }

  /**
   * @param {LadderHost["pendingCall"]} [call] a call of the page, or a press, that an outdated host could not serve
   * @returns {LadderHost}
   */
  #createHost(call) {
    return new CareerLadder.Host(this, call, (call) => {
      this.#host = this.#createHost(call);
      this.#host.connect();
    });
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

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // Frameworks set the same value again.
    if (before !== now) {
      this.#host.attributeChanged(name);
    }
  }
}

mirrorAttributes(CareerLadder);
