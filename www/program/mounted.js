// @ts-check
// A mounted program: one widget's part of the wasm instance. Its node is built out of sight, takes over the host's screen,
// and stays until it is unmounted.
/* global __CSS__ */

import { coverOf, makeRoom } from "./bars.js";
import { begin, finishEffect, mountNode, painted, reset, unmountNode } from "./binding.js";
import { EFFECTS } from "./effects.js";
import { handOver } from "./hand-over.js";
import { stopOwnKeys } from "./keys.js";
import { placeMarker } from "./marker.js";
import { save } from "./storage-write.js";
import { followPage } from "./page-styles.js";
import { hasTrapped } from "./trap-guard.js";
import { windowOf } from "./window.js";

/** @import { LadderHost } from "../loader/host.js" */
/** @import { Starting } from "../loader/status.d.ts" */

/**
 * All that are mounted on this instance of the wasm.
 * @type {Set<MountedProgram>}
 */
export const mounted = new Set();

/** Whether the browser has loaded the page before: `reload` or `back_forward`. */
function isLoadedAgain() {
  return /^[rb]/.test(/** @type {any} */ (performance.getEntriesByType("navigation")[0])?.type);
}

/** A new screen moves up by 6 px as it arrives, so its final place begins further up. */
const ABOVE = -5;

/** Keeps what the reader looks at clear of the page's bars, once the page is drawn. */
function keepAllInSight() {
  requestAnimationFrame(() => mounted.forEach((program) => program.keepInSight()));
}

export class MountedProgram {
  /**
   * The reader's placement; null while there is none.
   * @type {LadderResult | null}
   */
  result = null;
  host;
  /** The packed ladder, for the extras too. */
  ladder;
  /** The stored answers to this program's ladder; the host may have moved on to another ladder. */
  session;
  /** The link whose outcome is shown; empty without one, and once the reader acts. */
  link;

  #starting;
  /** The inputs that the program was built from, as one text. */
  #origin = "";
  /** @type {HTMLElement} */
  #node;
  /** @type {ResizeObserver | undefined} */
  #sizeObserver;
  /**
   * The element of which the focus has been dealt with. A browser's window that comes back focuses it again, and the reader
   * may have scrolled away.
   * @type {Element | null}
   */
  #focused;
  /**
   * The effects from before the takeover; null afterwards.
   * @type {[name: string, detail: any][] | null}
   */
  #queue = [];

  /**
   * @param {LadderHost} host
   * @param {Starting} starting
   * @param {PackedLadder} ladder
   */
  constructor(host, starting, ladder) {
    const { session } = host;
    this.host = host;
    this.session = session;
    this.link = host.links.claim(host);
    this.#starting = starting;
    this.ladder = ladder;
    this.#origin = this.#currentOrigin;
    session.seed = host.attribute("seed") ?? session.seed ?? String(Math.random());
    mounted.add(this);
    const isQuiz = session.hasAdvanced || host.attribute("start") === "quiz";
    const node = mountNode(ladder, session, isQuiz, `#${this.link}`, (name, detail) => {
      try {
        this.#onEffect(name, detail);
      } catch (error) {
        // It must not pass through the wasm, which would be taken for a trap.
        reportError(error);
      }
    });
    if (hasTrapped()) {
      return;
    }
    if (!node) {
      throw Object.assign(new Error("the ladder's file is damaged"), { code: "ladder" });
    }
    node.className = "app";
    this.#node = node;
  }

  /** Whether its wasm instance has trapped. */
  get hasTrapped() {
    return hasTrapped();
  }

  /** The inputs that a program would be built from now, as one text. */
  get #currentOrigin() {
    const { hasAdvanced, snapshot } = this.session;
    return [hasAdvanced, this.host.links.claim(this.host), snapshot].join("\t");
  }

  begin() {
    this.#call("begin", begin);
  }

  reset() {
    this.result = null;
    this.#call("reset", reset);
  }

  /**
   * @param {"begin" | "reset"} name
   * @param {(node: Element) => void} call
   */
  #call(name, call) {
    if (hasTrapped()) {
      // For the next program, which is being loaded.
      this.host.pendingCall = name;
    } else {
      call(this.#node);
    }
  }

  /**
   * The screen is complete.
   * @param {string} focus the CSS selector of what gets the focus, or empty
   */
  rendered(focus) {
    if (focus) {
      // A browser drops the focus if its element leaves the page. Nothing else may have taken its place.
      /** @type {HTMLElement | null} */ (this.#node.querySelector(focus))?.focus();
    }
    placeMarker(this.#node);
  }

  /** Tells the program that the browser has painted the question it drew. */
  painted() {
    painted(this.#node);
  }

  /**
   * Reports an effect's result to the program.
   * @param {string} effect `copy`, `share`, `plan` or `remember`; any other value clears the last status
   * @param {boolean} isDone false if the browser refused
   * @param {string} [text] the link, or the checklist
   */
  finishEffect(effect, isDone, text = "") {
    // An unmounted program's node may belong to another widget.
    if (mounted.has(this)) {
      finishEffect(this.#node, effect, isDone, text);
    }
  }

  /**
   * @param {string} name
   * @param {any} detail
   */
  #onEffect(name, detail) {
    if (name === "ready") {
      this.#takeOver(detail);
    } else if (name === "restored") {
      this.result = detail;
    } else if (this.#queue) {
      this.#queue.push([name, detail]);
    } else if (this.host.currentStatus.program !== this) {
      // It was replaced or removed.
    } else if (EFFECTS[name]) {
      EFFECTS[name](this, detail);
    } else {
      this.#emit(name, detail);
    }
  }

  /**
   * Tells the page that the reader has started, answered or been placed.
   * @param {string} name
   * @param {any} detail
   */
  #emit(name, detail) {
    if (name === "start") {
      this.result = null;
    } else if (name === "result") {
      this.result = detail;
    }
    this.host.emit(name, detail);
  }

  /** @param {{ ladder: string }} ready */
  async #takeOver(ready) {
    const { host, session } = this;
    const starting = this.#starting;
    await starting.earlyInput?.press;
    if (starting !== host.currentStatus) {
      this.unmount();
    } else if (this.#origin !== this.#currentOrigin) {
      // The press led to a prerendered question, or away from a link; the program is built again from there.
      this.unmount();
      new MountedProgram(host, starting, this.ladder);
    } else {
      const queue = this.#queue ?? [];
      this.#show();
      this.#scrollToLink(ready.ladder);
      if (!starting.program?.hasTrapped) {
        host.emit("ready", ready);
        // The program itself tells of a start at the title question.
        if (session.hasAdvanced && session.snapshot) {
          // The page may remove the element before the program's next save.
          save(session);
          host.emit("start", ready);
        }
        queue.forEach(([name, detail]) => this.#onEffect(name, detail));
      }
    }
  }

  /** Puts the node in the place of the screen. */
  #show() {
    const { host } = this;
    const shadowRoot = /** @type {ShadowRoot} */ (host.element.shadowRoot);
    const { earlyInput, program } = this.#starting;
    earlyInput?.stopListening();
    host.adopt(__CSS__);
    stopOwnKeys(shadowRoot);
    // One listener a page, and one a widget: it is the same function each time.
    shadowRoot.addEventListener("focusin", keepAllInSight);
    addEventListener("click", keepAllInSight);
    addEventListener("scroll", keepAllInSight, true);
    host.edition = this.ladder;
    followPage(host);
    handOver(host.wrapper, this.#node, earlyInput?.clicked);
    host.wrapper.style.minHeight = "";
    // The frame with the new size need not wait for the program.
    const { ResizeObserver } = windowOf(host);
    this.#sizeObserver = ResizeObserver && new ResizeObserver(() => setTimeout(() => this.#resized()));
    this.#sizeObserver?.observe(this.#node);
    this.#queue = null;
    program?.unmount();
    this.#focused = shadowRoot.activeElement;
    host.goLive(this);
  }

  /** Shows the open details, which may stick to the top of the window, and what has the focus. */
  keepInSight() {
    const { element, currentStatus } = this.host;
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    /** @type {any} */
    const focused = root.activeElement;
    /** @type {HTMLElement | null} */
    const details = root.querySelector(".details");
    if (details) {
      makeRoom(details, ABOVE);
    }
    if (currentStatus.program === this && focused !== this.#focused) {
      this.#focused = focused;
      // An element under the pointer is in sight, unless it has just been drawn there.
      if (
        focused?.matches("h3,:not(:hover)") &&
        [ABOVE, 1, focused.offsetHeight - 1].some((below) => coverOf(focused, below) !== undefined)
      ) {
        makeRoom(focused, ABOVE, 2);
      }
    }
  }

  /**
   * Brings the outcome of a link into view, once. On a page that the reader comes back to, the browser restores the position.
   * @param {string} ladder
   */
  #scrollToLink(ladder) {
    const { links, wrapper } = this.host;
    if (!links.isFor(ladder)) {
      this.link = "";
    } else if (this.link && this.link !== (links.scrolledTo ??= isLoadedAgain() && this.link)) {
      links.scrolledTo = this.link;
      makeRoom(wrapper, 1, 2);
    }
  }

  #resized() {
    if (mounted.has(this)) {
      placeMarker(this.#node);
      this.session.lastHeight = this.#node.offsetHeight;
      if (!this.link) {
        save(this.session);
      }
    }
  }

  unmount() {
    if (mounted.delete(this)) {
      this.#sizeObserver?.disconnect();
      unmountNode(this.#node);
    }
  }
}
