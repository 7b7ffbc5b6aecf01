// @ts-check
// A widget's stored answers. They are always kept in memory, for an element that is removed and inserted again. They are in
// the session storage unless the page forbids it, and in the local storage if the reader asked to be remembered.

/**
 * The stored text by key, for as long as the page lives. A newer loader goes on with that of the loader it replaces.
 * @type {Map<string, string>}
 */
export const memory = /** @type {any} */ (customElements.get("career-ladder"))?.memory || new Map();

/**
 * The element that uses a key.
 * @type {Map<string, Element>}
 */
const owners = new Map();

export class StoredSession {
  /**
   * Fixes the order of options.
   * @type {string | undefined}
   */
  seed;
  /**
   * The last height of the widget in px, so that it comes up as high and the page does not move.
   * @type {number | string}
   */
  lastHeight;
  /** The program's text form of the reader's answers; empty if there are none. */
  snapshot = "";
  /**
   * Whether the reader asked to be remembered; undefined where the page allows no storage.
   * @type {boolean | undefined}
   */
  isRemembered;
  /**
   * Whether the reader went on from the first screen before the program was live: to the title question, or with a snapshot
   * behind it.
   * @type {boolean | undefined}
   */
  hasAdvanced;
  memory = memory;

  #isStored;

  /**
   * @param {Element} owner
   * @param {string} ladder id or address of the ladder
   * @param {boolean} isStored whether the page allows storage
   */
  constructor(owner, ladder, isStored) {
    // The n-th widget of a ladder appends n-1 plus signs. A removed element frees its key at once, since frameworks
    // insert another element in its place.
    this.storageKey = `career-ladder ${location.pathname} ${ladder}`;
    for (let other; (other = owners.get(this.storageKey)) !== owner && other?.isConnected; ) {
      this.storageKey += "+";
    }
    owners.set(this.storageKey, owner);
    this.#isStored = isStored;
  }

  /** Reads the stored text. */
  readStored() {
    let text = memory.get(this.storageKey);
    if (this.#isStored) {
      const remembered = this.access("local", "get");
      this.isRemembered = !!remembered;
      text ||= this.access("session", "get") || remembered;
    }
    if (text) {
      [this.seed, this.lastHeight, this.snapshot = ""] = text.split("\t");
    }
  }

  /**
   * Calls a method of a storage; returns undefined where the browser refuses it, or the storage is full.
   * @param {"local" | "session"} storage
   * @param {"get" | "set" | "remove"} method
   * @param {string} [text]
   */
  access(storage, method, text) {
    try {
      return /** @type {any} */ (window)[`${storage}Storage`][`${method}Item`](this.storageKey, text);
    } catch {
      // The copy in memory has to do.
    }
  }
}
