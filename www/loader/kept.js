// The answers, kept while the page is away: in the session's storage where that is allowed, and
// in memory anyway, for an element that is taken out and put back later.

// Not JSON: old libraries teach texts to write themselves, and would be asked.
const BETWEEN = "\t";

const memory = new Map();
const taken = new Map();

export class Kept {
  /** Fixes the order of answers. */
  seed;
  /** How high the widget was, in px. */
  height = 0;
  /** The answers as the program writes them; empty if there are none. */
  answers = "";

  #key;
  #stored;

  /** What is kept of a widget, `owner`, that shows the ladder `name`; nothing is `stored` where the page wants that. */
  constructor(owner, name, stored) {
    // Two widgets of one ladder are told apart by their order. One that was just taken out leaves its place at once:
    // frameworks put another in its stead.
    this.#key = `career-ladder ${location.pathname} ${name}`;
    for (let other; (other = taken.get(this.#key)) !== owner && other?.isConnected; ) {
      this.#key += "+";
    }
    taken.set(this.#key, owner);
    this.#stored = stored;
    try {
      const text = memory.get(this.#key) || (stored && sessionStorage.getItem(this.#key));
      if (text) {
        [this.seed, this.height, this.answers = ""] = text.split(BETWEEN);
      }
    } catch {
      // Refused: then there is nothing.
    }
  }

  save() {
    const text = this.answers && [this.seed, this.height, this.answers].join(BETWEEN);
    memory.set(this.#key, text);
    try {
      if (this.#stored) {
        sessionStorage.setItem(this.#key, text);
      }
    } catch {
      // Refused, or full: memory has it.
    }
  }
}
