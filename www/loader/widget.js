// The page side of a widget. It stands in the page, paints the first screen, fetches the program when it is needed and
// hands over to it.
/* global __CSS__ */

import { folder, program } from "./assets.js";
import { say, value } from "./attributes.js";
import { Early } from "./early.js";
import { Kept } from "./kept.js";
import { links } from "./link.js";
import { paint } from "./paint.js";
import { anywhere, follow, here, seen, show } from "./screens.js";
import { named, packed } from "./source.js";
import { isDark, onSwitch } from "./theme.js";

/** What painted screens wear, once there is a widget. */
let styles;

export class Widget {
  /** The element. */
  element;
  /** The box that everything is in. */
  wrap = paint(["div", { class: "wrap", lang: "en" }]);
  /** The live screen. */
  live;
  /** What it is to do once it is there. */
  wanted;
  /** Counts the starts: what belongs to an earlier one was overtaken. */
  run = 0;
  /** How often the program broke. */
  falls = 0;

  links = links;
  say = say;

  #running;
  /** What comes behind the painted screen. */
  #then;
  #near;
  #release;

  constructor(element) {
    this.element = element;
  }

  /** An attribute's value. */
  value(name) {
    return value(this.element, name);
  }

  /** The folder of its files. */
  get #base() {
    return folder(this.element.getAttribute("assets"));
  }

  /** Tells the page. */
  tell(name, detail) {
    this.element.dispatchEvent(new CustomEvent(`ladder-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Has the live screen do something, as soon as there is one. */
  want(act) {
    if (this.live) {
      this.live[act]();
    } else {
      this.wanted = act;
      if (!this.#running) {
        this.kept?.load();
      }
      if (act === "begin" || this.kept?.answers) {
        this.start();
      }
    }
  }

  /** The element is in the page. */
  enter() {
    // Before anything of ours is in the page: then what the page looks like is known already, and costs nothing.
    this.#look();
    if (!this.wrap.parentNode) {
      const shadow = this.element.attachShadow({ mode: "open" });
      if (!styles) {
        styles = new CSSStyleSheet();
        styles.replaceSync(__CSS__);
      }
      shadow.adoptedStyleSheets = [styles];
      shadow.append(this.wrap);
    }
    if (!this.#release) {
      this.#release = onSwitch(() => this.#look());
      this.wrap.replaceChildren(paint(["slot", 0]));
      this.#await();
    }
  }

  /** An attribute of the element is another one. */
  change(name) {
    if (!this.#release) {
      return;
    }
    if (name === "theme" || name === "dir") {
      this.#look();
    } else if (this.#running) {
      this.restart();
    } else {
      this.#keep();
    }
  }

  /** Starts anew. What is shown stays until something else is there. */
  restart() {
    this.#running = false;
    this.#keep();
    this.start();
  }

  /** Follows theme and direction of the page. */
  #look() {
    const theme = this.value("theme");
    const dark = theme === "auto" ? isDark(this.element) : theme === "dark";
    this.wrap.classList.toggle("dark", dark);
    const dir = this.element.getAttribute("dir");
    this.wrap.dir = dir === "rtl" || dir === "ltr" ? dir : getComputedStyle(this.element).direction;
  }

  /** Shows the painted first screen if it is here; says whether it is. */
  #stand() {
    // What was kept comes up as high as it was, so that the page does not move under the reader.
    this.wrap.style.minHeight = this.kept.answers && `${this.kept.height}px`;
    const screen = here(this.id, this.value("start"));
    if (screen) {
      // Of whom the page's own link was the way here.
      const isHeld = this.element.matches(":focus-within");
      this.#show(screen);
      if (isHeld) {
        this.wrap.querySelector("button,input").focus({ preventScroll: true });
      }
    }
    return !!screen;
  }

  #show([tree, then]) {
    show(this.wrap, tree);
    this.#then = then;
  }

  /** Shows a first screen that lies in a file, if it comes before the program. */
  async #foresee(base, run) {
    const screen = await anywhere(base, this.id, this.value("start"));
    await this.early?.press;
    if (screen && this.early && run === this.run) {
      this.#show(screen);
    }
  }

  /** Finds the place where answers to the ladder that is to be shown are kept; places go by the order in the page. */
  #keep() {
    /** The bundled ladder that is shown, if it is one. */
    this.id = named(this.element);
    const name = this.id || this.element.getAttribute("src") || "";
    /** What is kept of it. */
    this.kept = new Kept(this.element, name, this.value("storage") === "session");
    /** Whether the reader went on before the live screen was there. */
    this.begun = false;
    this.#then = null;
  }

  /** Starts when the element comes near the viewport or is touched, or a link is for it. Until then it costs nothing. */
  #await() {
    this.#keep();
    links.widgets.add(this);
    /** What the reader does to the painted screen, until there is a live one. */
    this.early = new Early(this.wrap, () => this.start(), () => {
      if (this.#then && !this.kept.answers && !links.of(this)) {
        follow(this, this.#then);
      }
    });
    if (this.wanted || this.value("loading") === "eager" || links.of(this)) {
      this.start();
      return;
    }
    this.#near = new IntersectionObserver(
      (entries) => entries.at(-1).isIntersecting && this.start(),
      { rootMargin: "50% 0px" },
    );
    this.#near.observe(this.element);
  }

  async start() {
    if (this.#running || !this.element.isConnected) {
      return;
    }
    this.#running = true;
    const run = ++this.run;
    const base = this.#base;
    this.kept.load();
    if (!this.live) {
      if (this.#stand()) {
        await seen();
      } else if (!this.kept.answers && !links.of(this)) {
        this.#foresee(base, run);
      }
    }
    try {
      const [, ladder] = await Promise.all([program(base), packed(this.element, base)]);
      // The program may have broken while the ladder was on its way.
      const { Live } = await program(base);
      if (run === this.run) {
        new Live(this, ladder);
      }
    } catch (error) {
      if (run === this.run) {
        this.fail(error);
      }
    }
  }

  /** What stood stays readable: the painted ladder without its buttons' promises, beside the page's own link. */
  async fail(error) {
    const { code = "internal", message, problems = [], lines = [], tree } = error;
    const run = ++this.run;
    if (!this.live) {
      const ladder = await anywhere(this.#base, this.id, "ladder");
      if (run !== this.run) {
        return;
      }
      if (ladder) {
        this.#show(ladder);
      }
      this.wrap.style.minHeight = "";
      this.wrap.querySelectorAll("button").forEach((button) => (button.disabled = true));
      // A page that has no link of its own inside the element gets one.
      const link = ["a", { href: `${folder()}index.html` }, "Find your career stage"];
      (this.wrap.querySelector(".actions") || this.wrap).replaceChildren(paint(["slot", 0, link]));
      if (tree) {
        this.wrap.append(paint(tree));
      }
    }
    say("error", [message, ...lines].join("\n"));
    this.tell("error", { code, message, problems });
  }

  /** The element is no longer in the page. */
  leave() {
    this.run++;
    this.#running = false;
    links.widgets.delete(this);
    this.quiet();
    this.#release?.();
    this.#release = null;
    this.wrap.replaceChildren();
    this.live?.end();
  }

  /** Waits for nothing any more. */
  quiet() {
    this.#near?.disconnect();
    this.early?.stop();
    this.early = null;
  }
}
