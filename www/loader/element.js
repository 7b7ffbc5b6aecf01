// <career-ladder>: the page side of a widget. It stands in the page, paints the first screen, fetches
// the program when it is needed and hands over to it.
/* global __CSS__, __SCREEN__ */

import { Problem, bundled, folder, program } from "./assets.js";
import { paint } from "./paint.js";
import { isDark, onSwitch } from "./theme.js";

/** Attributes that are properties too, with their values where those are few; the first is the default. */
const ATTRIBUTES = {
  ladder: null,
  start: ["ladder", "quiz"],
  loading: ["lazy", "eager"],
  theme: ["auto", "light", "dark"],
  seed: null,
  assets: null,
};
const DEFAULT_LADDER = "product";

const styles = new CSSStyleSheet();
styles.replaceSync(__CSS__);

const warned = new Set();

export class CareerLadder extends HTMLElement {
  static observedAttributes = ["ladder", "theme", "dir"];

  #wrap;
  #program;
  #node;
  #run = 0;
  #running = false;
  #pressed = -1;
  #wanted = false;
  #result = null;
  #release = [];

  /** Where the reader was placed, as in `ladder-result`, or null. */
  get result() {
    return this.#result;
  }

  /** Goes to the first question. */
  begin() {
    if (this.#node) {
      this.#program.begin(this.#node);
    } else {
      this.#wanted = true;
      this.#start();
    }
  }

  /** Goes back to the ladder and drops every answer. */
  reset() {
    this.#result = null;
    this.#wanted = false;
    if (this.#node) {
      this.#program.reset(this.#node);
    }
  }

  connectedCallback() {
    for (const name of Object.keys(ATTRIBUTES)) {
      // Set as a plain property before the element was defined.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#wrap) {
      const shadow = this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [styles];
      this.#wrap = paint(["div", { class: "wrap", lang: "en" }]);
      shadow.append(this.#wrap);
    }
    if (this.#release.length) {
      this.#look();
      return;
    }
    this.#release.push(onSwitch(() => this.#look()));
    this.#look();
    this.#stand();
    this.#await();
  }

  disconnectedCallback() {
    // A move takes an element out and puts it back in one go: only what stays away is taken down.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#leave();
      }
    });
  }

  attributeChangedCallback(name) {
    if (!this.#release.length) {
      return;
    }
    if (name === "ladder") {
      this.#leave();
      this.connectedCallback();
    } else {
      this.#look();
    }
  }

  /** An attribute's value, or its default where it is none of the known ones. */
  #value(name) {
    const value = this.getAttribute(name);
    const known = ATTRIBUTES[name];
    if (value === null || !known) {
      return known ? known[0] : value;
    }
    if (known.includes(value)) {
      return value;
    }
    const warning = `career-ladder: ${name}="${value}" is unknown; use ${known.join(" or ")}`;
    if (!warned.has(warning)) {
      warned.add(warning);
      console.warn(warning);
    }
    return known[0];
  }

  /** Follows theme and direction of the page. */
  #look() {
    const theme = this.#value("theme");
    const dark = theme === "dark" || (theme === "auto" && isDark(this));
    this.#wrap.classList.toggle("dark", dark);
    const dir = this.getAttribute("dir");
    this.#wrap.dir = dir === "rtl" || dir === "ltr" ? dir : getComputedStyle(this).direction;
  }

  /** Shows what can be shown without the program: the painted first screen, or what the page has inside the element. */
  #stand() {
    const painted = this.#ladder === DEFAULT_LADDER && this.#value("start") === "ladder" && __SCREEN__;
    this.#wrap.replaceChildren(painted ? paint(["div", { class: "app" }, painted]) : paint(["slot", 0]));
  }

  get #ladder() {
    return this.getAttribute("ladder") || DEFAULT_LADDER;
  }

  /** Starts when the element comes near the viewport or is touched. */
  #await() {
    if (this.#wanted || this.#value("loading") === "eager") {
      this.#start();
      return;
    }
    const near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "50% 0px" },
    );
    near.observe(this);
    const touches = ["pointerdown", "focusin"];
    const touch = () => this.#start();
    touches.forEach((name) => this.#wrap.addEventListener(name, touch));
    // The painted buttons cannot act yet: the last one pressed is pressed again once they can.
    const press = (event) => {
      const button = event.target.closest("button");
      this.#pressed = button ? this.#buttons(this.#wrap).indexOf(button) : -1;
    };
    this.#wrap.addEventListener("click", press);
    this.#release.push(() => {
      near.disconnect();
      touches.forEach((name) => this.#wrap.removeEventListener(name, touch));
      this.#wrap.removeEventListener("click", press);
    });
  }

  #buttons(node) {
    return [...node.querySelectorAll("button")];
  }

  async #start() {
    if (this.#running || !this.isConnected) {
      return;
    }
    this.#running = true;
    const run = ++this.#run;
    const base = folder(this.getAttribute("assets"));
    try {
      const [glue, ladder] = await Promise.all([program(base), bundled(base, this.#ladder)]);
      if (run !== this.#run) {
        return;
      }
      const seed = this.getAttribute("seed") ?? String(Math.random());
      const quiz = this.#wanted || this.#value("start") === "quiz";
      const node = glue.mount(ladder, seed, quiz, (name, detail) => {
        if (run === this.#run) {
          this.#hear(name, detail);
        }
      });
      if (!node) {
        throw new Problem("ladder", `the file of ladder "${this.#ladder}" is damaged`);
      }
      node.className = "app";
      this.#program = glue;
      this.#node = node;
    } catch (error) {
      if (run === this.#run) {
        this.#fail(error);
      }
    }
  }

  #hear(name, detail) {
    if (name === "ready") {
      this.#swap();
    } else if (name === "start") {
      this.#result = null;
    } else if (name === "result") {
      this.#result = detail;
    }
    this.#tell(name, detail);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`ladder-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Puts the live screen in the place of the painted one; the focus stays on the same button. */
  #swap() {
    const focused = this.#buttons(this.#wrap).indexOf(this.shadowRoot.activeElement);
    this.#wrap.replaceChildren(this.#node);
    const live = this.#buttons(this.#node);
    live[focused]?.focus({ preventScroll: true });
    live[this.#pressed]?.click();
    this.#pressed = -1;
  }

  /** What stood stays readable: the painted ladder without its buttons' promises, beside the page's own link. */
  #fail(error) {
    const code = error.code || "internal";
    this.#buttons(this.#wrap).forEach((button) => (button.disabled = true));
    this.#wrap.querySelector(".actions")?.replaceChildren(paint(["slot", 0]));
    console.error(`career-ladder: ${error.message}`);
    this.#tell("error", { code, message: error.message, problems: [] });
  }

  #leave() {
    this.#run++;
    this.#running = false;
    this.#result = null;
    this.#pressed = -1;
    this.#release.splice(0).forEach((release) => release());
    this.#wrap?.replaceChildren();
    if (this.#node) {
      this.#program.unmount(this.#node);
      this.#node = null;
    }
  }
}

for (const name of Object.keys(ATTRIBUTES)) {
  Object.defineProperty(CareerLadder.prototype, name, {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      this.setAttribute(name, value);
    },
    configurable: true,
    enumerable: true,
  });
}
