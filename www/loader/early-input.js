// @ts-check
// Input from before the program runs. A prerendered answer is selected by the browser at once; a click on a prerendered
// button is remembered, and repeated when the program has taken over. Until then the reader sees that it waits.

import { links } from "./links.js";
import { paint } from "./paint.js";
import { retry } from "./retry.js";
import { advance } from "./screens.js";

/** @import { LadderHost } from "./host.js" */

const EVENTS = "pointerdown keydown keypress pointerup pointercancel pointerleave keyup focusin click change".split(" ");

/** After this time in ms the reader may try again. */
const LATE_AFTER = 10_000;

export class EarlyInput {
  /**
   * Pending while the reader presses a button or key; undefined otherwise. A button that is removed between press and release
   * never gets its click, so nothing is replaced meanwhile.
   * @type {Promise<void> | undefined}
   */
  press;

  /**
   * The button that was clicked last and still waits for the program; empty if there is none.
   * @type {any}
   */
  clicked;

  #host;
  /** @type {(() => void) | undefined} */
  #resolve;
  /**
   * The notice beside the buttons while a press waits.
   * @type {HTMLElement | undefined}
   */
  #notice;
  /** @type {number | undefined} */
  #timer;

  /** @param {LadderHost} host */
  constructor(host) {
    this.#host = host;
    EVENTS.forEach((name) => host.wrapper.addEventListener(name, this));
  }

  /** @param {any} event */
  handleEvent(event) {
    const { type, target, key } = event;
    if (key && this.#isOwnKey(event)) {
      event.stopPropagation();
    }
    if (type === "click") {
      this.#click(target.closest("button:not([aria-disabled=true])"));
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
      this.#host.startWaiting();
    }
  }

  /**
   * Whether a control in the widget uses a key, which the page's shortcuts then do not get.
   * @param {any} event
   */
  #isOwnKey({ key, target, ctrlKey, altKey, metaKey }) {
    return (
      !(ctrlKey || altKey || metaKey) &&
      this.#host.wrapper.contains(target) &&
      // A list finds its options by letters.
      (/^( $|Enter|Arrow)/.test(key) || (key.length < 2 && target.localName === "select"))
    );
  }

  /** @param {HTMLElement | null} button */
  #click(button) {
    if (button && this.#notice?.contains(button)) {
      // The button to try again is about to go.
      this.clicked?.focus({ preventScroll: true });
      retry();
    } else if (button) {
      this.clearNotice();
      this.clicked = button;
      links.drop(this.#host);
      advance(this.#host, this);
      this.#host.awaitProgram();
    }
  }

  /**
   * Shows that the press counts. After a while, or if nothing arrived, offers to try again.
   * @param {boolean} [isLate]
   */
  showNotice(isLate) {
    this.clearNotice();
    const { texts, wrapper } = this.#host;
    const [waiting, late, retry] = texts;
    if (!retry) {
      // There is no screen yet.
      return;
    }
    const notice = (this.#notice = paint(["span", { class: "waiting", role: "status" }]));
    wrapper.querySelector(".actions")?.append(notice);
    this.clicked?.setAttribute("aria-busy", "true");
    // Screen readers announce what comes into a live region.
    if (isLate) {
      notice.append(late, paint(["button", 0, retry]));
    } else {
      notice.append(waiting);
      this.#timer = setTimeout(() => this.showNotice(true), LATE_AFTER);
    }
  }

  clearNotice() {
    clearTimeout(this.#timer);
    this.clicked?.removeAttribute("aria-busy");
    this.#notice?.remove();
  }

  #endPress() {
    this.#resolve?.();
    this.press = undefined;
  }

  stopListening() {
    EVENTS.forEach((name) => this.#host.wrapper.removeEventListener(name, this));
    this.clearNotice();
    this.#endPress();
  }
}
