// The live screen of a widget: it is built out of sight, takes the place of what stood, and is heard from then on.

import { begin, finish_effect, mount, painted, reset, resized, unmount } from "program";
import { EFFECTS } from "./effects.js";
import { isBroken } from "./guard.js";
import { handOver } from "./hand-over.js";
import { save } from "./keep.js";
import { keepKeys } from "./keys.js";
import { dress } from "./styles.js";

/** All that live on this instance of the program. */
export const lives = new Set();

/** How often a widget is started anew before it is given up. */
const MOST_FALLS = 3;

export class Live {
  /** Where the reader was placed. */
  result = null;
  /** What is kept of this ladder. */
  kept;
  /** The link whose outcome is shown, until the reader acts. */
  link;
  widget;

  #node;
  #run;
  #ladder;
  /** The answers that it began with. */
  #given;
  #sizes;
  #isUp = false;
  /** What was said before the screen was up. */
  #early = [];

  constructor(widget, ladder) {
    const { kept, links, run } = widget;
    this.widget = widget;
    this.kept = kept;
    this.#ladder = ladder;
    this.#given = kept.answers;
    this.link = links.of(widget);
    this.#run = run;
    kept.seed = widget.value("seed") ?? kept.seed ?? String(Math.random());
    lives.add(this);
    const quiz = widget.value("start") === "quiz";
    const hear = (name, detail) => this.#hear(name, detail);
    const shares = !!navigator.share;
    const node = mount(ladder, kept.seed, quiz, kept.answers, this.link, shares, kept.remembered, hear);
    if (isBroken()) {
      return;
    }
    if (!node) {
      throw Object.assign(new Error("the ladder's file is damaged"), { code: "ladder" });
    }
    node.className = "app";
    this.#node = node;
  }

  begin() {
    this.#act("begin", begin);
  }

  reset() {
    this.result = null;
    this.#act("reset", reset);
  }

  #act(name, act) {
    if (isBroken()) {
      // The next one is on its way.
      this.widget.wanted = name;
    } else {
      act(this.#node);
    }
  }

  /** Tells the program that what it drew is seen. */
  painted() {
    painted(this.#node);
  }

  /** Tells the program how something went that it asked for. */
  told(about, ok, url = "") {
    // Another widget may live in the node by now.
    if (lives.has(this)) {
      finish_effect(this.#node, about, ok, url);
    }
  }

  #hear(name, detail) {
    if (name === "ready") {
      this.#rise(detail);
    } else if (name === "restored") {
      this.result = detail;
    } else if (!this.#isUp) {
      this.#early.push([name, detail]);
    } else if (this.widget.live !== this) {
      // Another one took its place, or nothing did.
    } else if (EFFECTS[name]) {
      EFFECTS[name](this, detail);
    } else {
      if (name === "start") {
        this.result = null;
      } else if (name === "result") {
        this.result = detail;
      }
      this.widget.tell(name, detail);
    }
  }

  /** Takes the place of what stood. */
  async #rise(detail) {
    const { widget } = this;
    await widget.early?.press;
    if (this.#run !== widget.run) {
      this.end();
      return;
    }
    if (this.kept.answers !== this.#given) {
      // The press that it waited for led on to the next question.
      this.end();
      new Live(widget, this.#ladder);
      return;
    }
    const { element, links, wrap } = widget;
    const clicked = widget.early?.clicked;
    widget.quiet();
    /** Whether keys are kept from the page. */
    widget.keys ||= keepKeys(element.shadowRoot);
    dress(element.shadowRoot);
    handOver(wrap, this.#node, clicked);
    wrap.style.minHeight = "";
    widget.live?.end();
    widget.live = this;
    this.#isUp = true;
    // The frame with the new size need not wait for it.
    this.#sizes = new ResizeObserver(() => setTimeout(() => this.#resized()));
    this.#sizes.observe(this.#node);
    if (widget.wanted) {
      this[widget.wanted]();
      widget.wanted = null;
    }
    if (!links.isFor(detail.ladder)) {
      this.link = "";
    } else if (this.link && !links.shown) {
      links.shown = true;
      element.scrollIntoView({ block: "start" });
    }
    if (widget.again) {
      // To the page it is the same one.
      widget.again = false;
      return;
    }
    widget.tell("ready", detail);
    if (widget.begun) {
      widget.tell("start", detail);
    }
    this.#early.forEach((said) => this.#hear(...said));
  }

  #resized() {
    if (lives.has(this)) {
      resized(this.#node);
      this.kept.height = this.#node.offsetHeight;
      if (!this.link) {
        save(this.kept);
      }
    }
  }

  /** Is taken down. */
  end() {
    lives.delete(this);
    this.#sizes?.disconnect();
    unmount(this.#node);
    if (this.widget.live === this) {
      this.widget.live = null;
    }
  }
}

/** The program broke: all that live on it start anew, on another one. */
export function fall(error) {
  for (const widget of new Set([...lives].map((live) => live.widget))) {
    if (++widget.falls < MOST_FALLS) {
      /** Whether it is started anew, so that the page is not told. */
      widget.again = !!widget.live;
      widget.say("error", `the program stopped (${error.message}) and was started anew`);
      widget.restart();
    } else {
      widget.live?.end();
      widget.fail(error);
    }
  }
}
