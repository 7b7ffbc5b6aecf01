// <career-ladder>: the page side of a widget. It stands in the page, paints the first screen, fetches
// the program when it is needed and hands over to it.
/* global __CSS__, __SCREEN__ */

import { Problem, folder, program } from "./assets.js";
import { Early, buttons } from "./early.js";
import { Kept } from "./kept.js";
import { keepKeys } from "./keys.js";
import { paint } from "./paint.js";
import { isAuthor, isDefault, line, named, packed, report } from "./source.js";
import { isDark, onSwitch } from "./theme.js";

/** Attributes that are properties too, with their values where those are few; the first is the default. */
const ATTRIBUTES = {
  ladder: null,
  src: null,
  start: ["ladder", "quiz"],
  loading: ["lazy", "eager"],
  theme: ["auto", "light", "dark"],
  seed: null,
  storage: ["session", "none"],
  assets: null,
};

const styles = new CSSStyleSheet();
styles.replaceSync(__CSS__);

const said = new Set();

/** Tells the site owner, on the console, once however many widgets have the same to say. */
function say(level, message) {
  if (!said.has(message)) {
    said.add(message);
    console[level](`career-ladder: ${message}`);
  }
}

export class CareerLadder extends HTMLElement {
  static observedAttributes = ["ladder", "src", "theme", "dir"];

  #wrap;
  #program;
  #node;
  #run = 0;
  #running = false;
  #near;
  #early;
  #kept;
  #sizes;
  #wanted = false;
  #result = null;
  #release = null;

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
      keepKeys(shadow);
    }
    if (this.#release) {
      this.#look();
      return;
    }
    this.#release = onSwitch(() => this.#look());
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
    if (!this.#release) {
      return;
    }
    if (name === "theme" || name === "dir") {
      this.#look();
    } else if (this.#running) {
      // What is shown stays until the other ladder is there.
      this.#running = false;
      this.#keep();
      this.#start();
    } else {
      this.#stand();
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
    say("warn", `${name}="${value}" is unknown; use ${known.join(" or ")}`);
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
    this.#keep();
    // What was kept comes up as high as it was, so that the page does not move under the reader.
    this.#wrap.style.minHeight = this.#kept.answers && `${this.#kept.height}px`;
    const painted = isDefault(this) && this.#value("start") === "ladder" && __SCREEN__;
    this.#wrap.replaceChildren(painted ? paint(["div", { class: "app" }, painted]) : paint(["slot", 0]));
  }

  /** Finds what is kept of the ladder that is to be shown. */
  #keep() {
    this.#kept = new Kept(this, named(this) || this.getAttribute("src") || "", this.#value("storage") === "session");
  }

  /** Starts when the element comes near the viewport or is touched. */
  #await() {
    this.#early = new Early(this.#wrap, () => this.#start());
    if (this.#wanted || this.#value("loading") === "eager") {
      this.#start();
      return;
    }
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "50% 0px" },
    );
    this.#near.observe(this);
  }

  async #start() {
    if (this.#running || !this.isConnected) {
      return;
    }
    this.#running = true;
    const run = ++this.#run;
    const kept = this.#kept;
    const base = folder(this.getAttribute("assets"));
    try {
      const [glue, ladder] = await Promise.all([program(base), packed(this, base)]);
      if (run !== this.#run) {
        return;
      }
      kept.seed = this.getAttribute("seed") ?? kept.seed ?? String(Math.random());
      const quiz = this.#value("start") === "quiz";
      let restored = null;
      const node = glue.mount(ladder, kept.seed, quiz, kept.answers, "", true, false, (name, detail) => {
        if (run !== this.#run) {
          // Overtaken by another ladder, or by the element's removal.
          if (name === "ready") {
            glue.unmount(node);
          }
        } else if (name === "kept") {
          kept.answers = detail;
          kept.save();
        } else if (name === "restored") {
          restored = detail;
        } else {
          this.#hear(name, detail, () => this.#swap(run, glue, node, restored));
        }
      });
      if (!node) {
        throw new Problem("ladder", "the ladder's file is damaged");
      }
      node.className = "app";
    } catch (error) {
      if (run === this.#run) {
        this.#fail(error);
      }
    }
  }

  async #hear(name, detail, swap) {
    if (name === "ready") {
      await this.#early?.press;
      if (!swap()) {
        return;
      }
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

  /** Puts the live screen in the place of what stood; focus and an early click go to the same buttons. */
  #swap(run, glue, node, restored) {
    if (run !== this.#run) {
      glue.unmount(node);
      return false;
    }
    const focused = buttons(this.#wrap).indexOf(this.shadowRoot.activeElement);
    const clicked = this.#early?.clicked;
    this.#quiet();
    this.#wrap.replaceChildren(node);
    this.#wrap.style.minHeight = "";
    this.#end();
    this.#result = restored;
    this.#program = glue;
    this.#node = node;
    this.#sizes = new ResizeObserver(() => {
      glue.resized(node);
      this.#kept.height = node.offsetHeight;
      this.#kept.save();
    });
    this.#sizes.observe(node);
    // What the reader did to the painted ladder means nothing on another screen.
    if (!this.#kept.answers) {
      const live = buttons(node);
      live[focused]?.focus({ preventScroll: true });
      live[clicked]?.click();
    }
    if (this.#wanted) {
      this.#wanted = false;
      glue.begin(node);
    }
    return true;
  }

  /** What stood stays readable: the painted ladder without its buttons' promises, beside the page's own link. */
  #fail(error) {
    this.#wrap.style.minHeight = "";
    const { code = "internal", message, problems = [] } = error;
    if (!this.#node) {
      buttons(this.#wrap).forEach((button) => (button.disabled = true));
      // A page that has no link of its own inside the element gets one.
      const link = ["a", { href: `${folder()}index.html` }, "Find your career stage"];
      (this.#wrap.querySelector(".actions") || this.#wrap).replaceChildren(paint(["slot", 0, link]));
      if (problems.length && isAuthor(this)) {
        this.#wrap.append(report(error));
      }
    }
    say("error", [message, ...problems.map(line)].join("\n"));
    this.#tell("error", { code, message, problems });
  }

  #leave() {
    this.#run++;
    this.#running = false;
    this.#quiet();
    this.#release?.();
    this.#release = null;
    this.#wrap?.replaceChildren();
    this.#end();
  }

  /** Waits for nothing any more. */
  #quiet() {
    this.#near?.disconnect();
    this.#early?.stop();
    this.#early = null;
  }

  /** Takes down what ran. */
  #end() {
    this.#result = null;
    this.#sizes?.disconnect();
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
