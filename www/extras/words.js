// @ts-check
// The words of the extras, in the language of a widget. `core/src/words/` describes packed catalogs. The build replaces each
// `WORD.key` by the index of its line.
/* global __WORDS__ */

/** The count from which the plural categories of every language repeat, each hundred. */
const PERIODIC_FROM = 200;

export class Words {
  /** The language, as a tag. */
  lang;
  #zero;
  #plurals;
  #texts;

  /**
   * @param {string | undefined} packed the catalog of the widget; English without one
   * @param {string} own words that the ladder replaces; the others are empty
   */
  constructor(packed, own) {
    const replaced = own.split("\n");
    const lines = (packed || __WORDS__).split("\n");
    const [lang, zero, plurals, ...texts] = lines.map((line, index) => replaced[index] || line);
    this.lang = lang;
    this.#zero = zero.charCodeAt(0);
    this.#plurals = plurals;
    this.#texts = texts;
  }

  /**
   * A text with its gaps open.
   * @param {number} key
   */
  template(key) {
    return this.#texts[key];
  }

  /**
   * A text with its gaps filled.
   * @param {number} key
   * @param {string[]} values
   */
  text(key, ...values) {
    return fill(this.#texts[key], values);
  }

  /**
   * The text for a count, which is its first value.
   * @param {number} key
   * @param {number} count
   * @param {number[]} others
   */
  count(key, count, ...others) {
    const plurals = this.#plurals;
    const index = count < PERIODIC_FROM ? count : 100 + (count % 100);
    const form = plurals[Math.min(index, plurals.length - 1)];
    const values = [count, ...others].map((number) =>
      `${number}`.replace(/\d/g, (digit) => String.fromCharCode(this.#zero + +digit)),
    );
    const forms = this.#texts[key].split("\t");
    return fill(forms[+form] ?? forms.pop(), values);
  }
}

/**
 * @param {string} template
 * @param {string[]} values
 */
function fill(template, values) {
  return template.replace(/\{(\d)\}/g, (_, index) => values[index]);
}
