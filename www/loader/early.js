// What the reader does before the program is there: painted buttons cannot act yet, painted answers are marked at once.

const HEARD = "pointerdown keydown pointerup pointercancel pointerleave keyup focusin click change".split(" ");
const BEGINS = /down/;
const ENDS = /up|cancel|leave/;

export class Early {
  /** A promise while a press is under way: a button taken away between press and release never hears of its click. */
  press = null;
  /** The button that was clicked last, unless something else was clicked since. */
  clicked = null;

  #root;
  #touched;
  #clicks;
  #over;

  /** Listens in `root`; `touched` is called when the reader begins to use it, `clicks` when a button was clicked. */
  constructor(root, touched, clicks) {
    this.#root = root;
    this.#touched = touched;
    this.#clicks = clicks;
    HEARD.forEach((name) => root.addEventListener(name, this));
  }

  handleEvent({ type, target }) {
    if (type === "click") {
      this.clicked = target.closest("button:not([aria-disabled=true])");
      if (this.clicked) {
        this.#clicks();
      }
    } else if (type === "change") {
      // Now there is something to go on with.
      this.#root.querySelector("[aria-disabled]")?.setAttribute("aria-disabled", "false");
    } else if (ENDS.test(type)) {
      // The click comes right after the release.
      setTimeout(() => this.#end());
    } else {
      if (BEGINS.test(type)) {
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
