// The answers of a widget, as they were left: in the session's storage where that is allowed, beyond it where the reader
// asked to be remembered, and in memory anyway, for an element that is taken out and put back later.

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
  /** Whether the reader asked to be remembered; undefined where the page wants nothing stored. */
  remembered;

  #key;

  /** What is kept of a widget, `owner`, that shows the ladder `name`; nothing is `stored` where the page wants that. */
  constructor(owner, name, stored) {
    // Two widgets of one ladder are told apart by their order. One that was just taken out leaves its place at once:
    // frameworks put another in its stead.
    this.#key = `career-ladder ${location.pathname} ${name}`;
    for (let other; (other = taken.get(this.#key)) !== owner && other?.isConnected; ) {
      this.#key += "+";
    }
    taken.set(this.#key, owner);
    let text = memory.get(this.#key);
    if (stored) {
      const lasting = this.at("local", "getItem");
      this.remembered = !!lasting;
      text ||= this.at("session", "getItem") || lasting;
    }
    if (text) {
      [this.seed, this.height, this.answers = ""] = text.split(BETWEEN);
    }
  }

  /** All of it as a text; empty if there are no answers. */
  get text() {
    return this.answers && [this.seed, this.height, this.answers].join(BETWEEN);
  }

  /** Does something with the text in a storage; nothing where that is refused, or full. */
  at(storage, act) {
    try {
      return window[`${storage}Storage`][act](this.#key, this.text);
    } catch {
      // Memory must do.
    }
  }

  /** Writes the text down, for as long as it may be. */
  save() {
    const act = this.text ? "setItem" : "removeItem";
    memory.set(this.#key, this.text);
    if (this.remembered !== undefined) {
      this.at("session", act);
    }
    if (this.remembered) {
      this.at("local", act);
    }
  }
}
