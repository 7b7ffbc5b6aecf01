// What the reader does before the program is there: the painted buttons cannot act yet.

const BEGINS = ["pointerdown", "keydown"];
const ENDS = ["pointerup", "pointercancel", "pointerleave", "keyup"];
const HEARD = [...BEGINS, ...ENDS, "focusin", "click"];

/** The buttons in a node, in order: the painted ones and the live ones are the same. */
export function buttons(node) {
  return [...node.querySelectorAll("button")];
}

export class Early {
  /** A promise while a press is under way: a button taken away between press and release never hears of its click. */
  press = null;
  /** Which button was clicked last, by its place; -1 for none. */
  clicked = -1;

  #root;
  #touched;
  #over;

  /** Listens in `root`; `touched` is called when the reader begins to use it. */
  constructor(root, touched) {
    this.#root = root;
    this.#touched = touched;
    HEARD.forEach((name) => root.addEventListener(name, this));
  }

  handleEvent({ type, target }) {
    if (type === "click") {
      this.clicked = buttons(this.#root).indexOf(target.closest("button"));
    } else if (ENDS.includes(type)) {
      // The click comes right after the release.
      setTimeout(() => this.#end());
    } else {
      if (BEGINS.includes(type)) {
        this.press ||= new Promise((over) => (this.#over = over));
      }
      this.#touched();
    }
  }

  #end() {
    this.#over?.();
    this.press = null;
  }

  stop() {
    HEARD.forEach((name) => this.#root.removeEventListener(name, this));
    this.#end();
  }
}
