// The answers, kept while the page is away: in the session's storage where that is allowed, and
// in memory anyway, for an element that is taken out and put back later.

const memory = new Map();
const taken = new Map();

export class Kept {
  /** Fixes the order of answers. */
  seed;
  /** How high the widget was, in px. */
  height = 0;
  /** The answers as the program writes them; empty if there are none. */
  answers = "";

  #owner;
  #key;
  #stored;

  /** What is kept of a widget, `owner`, that shows the ladder `name`; nothing is `stored` where the page wants that. */
  constructor(owner, name, stored) {
    this.#owner = owner;
    // Two widgets of one ladder are told apart by their order. One that was just taken out leaves its place at once:
    // frameworks put another in its stead.
    this.#key = `career-ladder ${location.pathname} ${name}`;
    while (taken.get(this.#key)?.isConnected) {
      this.#key += "+";
    }
    taken.set(this.#key, owner);
    this.#stored = stored;
    try {
      const text = memory.get(this.#key) || (stored && sessionStorage.getItem(this.#key));
      Object.assign(this, text && JSON.parse(text));
    } catch {
      // Refused, or not ours: then there is nothing.
    }
  }

  save() {
    const text = this.answers && JSON.stringify(this);
    memory.set(this.#key, text);
    try {
      if (this.#stored) {
        sessionStorage.setItem(this.#key, text);
      }
    } catch {
      // Refused, or full: memory has it.
    }
  }

  /** Lets another widget of the same ladder have the place. */
  leave() {
    if (taken.get(this.#key) === this.#owner) {
      taken.delete(this.#key);
    }
  }
}
