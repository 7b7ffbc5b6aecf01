// The answers of a widget, as they were left: in the session's storage where that is allowed, beyond it where the reader
// asked to be remembered, and in memory anyway, for an element that is taken out and put back later.

const memory = new Map();
const taken = new Map();

export class Kept {
  /** Fixes the order of answers. */
  seed;
  /** How high the widget was, in px. */
  height = 0;
  /** The answers as the program writes them; empty if there are none. */
  answers = "";
  /** Where it lies while the page stays. */
  memory = memory;

  #stored;

  /** What is kept of a widget, `owner`, that shows the ladder `name`; nothing is `stored` where the page wants that. */
  constructor(owner, name, stored) {
    // Two widgets of one ladder are told apart by their order. One that was just taken out leaves its place at once:
    // frameworks put another in its stead.
    /** The name under which it lies. */
    this.key = `career-ladder ${location.pathname} ${name}`;
    for (let other; (other = taken.get(this.key)) !== owner && other?.isConnected; ) {
      this.key += "+";
    }
    taken.set(this.key, owner);
    this.#stored = stored;
  }

  /** Reads what there is. */
  load() {
    let text = memory.get(this.key);
    if (this.#stored) {
      const lasting = this.at("local", "get");
      /** Whether the reader asked to be remembered; undefined where the page wants nothing stored. */
      this.remembered = !!lasting;
      text ||= this.at("session", "get") || lasting;
    }
    if (text) {
      [this.seed, this.height, this.answers = ""] = text.split("\t");
    }
  }

  /** Does something with what a storage has; nothing where that is refused, or full. */
  at(storage, act, text) {
    try {
      return window[`${storage}Storage`][`${act}Item`](this.key, text);
    } catch {
      // Memory must do.
    }
  }
}
