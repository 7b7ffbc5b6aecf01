// @ts-check
// Input from before the program runs. A prerendered answer is selected by the browser at once; a click on a prerendered
// button is remembered, and repeated when the program has taken over.

import { links } from "./links.js";
import { advanceFromTitle } from "./screens.js";

/** @import { LadderHost } from "./host.js" */

const EVENTS = "pointerdown keydown pointerup pointercancel pointerleave keyup focusin click change".split(" ");

export class EarlyInput {
  /**
   * Pending while the reader presses a button or key; null otherwise. A button that is removed between press and release
   * never gets its click, so nothing is replaced meanwhile.
   * @type {Promise<void> | null}
   */
  press = null;

  /**
   * The button of the last click; null if the last click was elsewhere.
   * @type {any}
   */
  clicked = null;

  #host;
  /** @type {(() => void) | undefined} */
  #resolve;

  /** @param {LadderHost} host */
  constructor(host) {
    this.#host = host;
    EVENTS.forEach((name) => host.wrapper.addEventListener(name, this));
  }

  /** @param {any} event */
  handleEvent({ type, target }) {
    if (type === "click") {
      this.clicked = target.closest("button:not([aria-disabled=true])");
      if (this.clicked) {
        links.drop(this.#host);
        advanceFromTitle(this.#host, this);
      }
    } else if (type === "change") {
      links.drop(this.#host);
      // With an answer selected, "Next" can be pressed.
      this.#host.wrapper.querySelector("[aria-disabled]")?.setAttribute("aria-disabled", "false");
    } else if (/up|cancel|leave/.test(type)) {
      // The click comes right after the release.
      setTimeout(() => this.#endPress());
    } else {
      if (/down/.test(type)) {
        this.press ||= new Promise((resolve) => (this.#resolve = resolve));
      }
      this.#host.start();
    }
  }

  #endPress() {
    this.#resolve?.();
    this.press = null;
  }

  stop() {
    EVENTS.forEach((name) => this.#host.wrapper.removeEventListener(name, this));
    this.#endPress();
  }
}
