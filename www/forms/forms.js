// @ts-check
// Widgets for systems that refuse unknown elements: after the loader's own script, and in placeholders. The loader imports
// this script on pages that have one of them.

const TAG = "career-ladder";

const LOADER = /career-ladder\.js/;

/** Placeholders without a ladder that the console has named. */
const warned = new WeakSet();

/**
 * Creates the element with the attributes that `from` has as `data-` attributes.
 * @param {Element} from
 * @param {Node[]} children
 */
function create(from, children) {
  const element = document.createElement(TAG);
  for (const { name, value } of from.attributes) {
    if (name.startsWith("data-") && !(name === "data-src" && LOADER.test(value))) {
      element.setAttribute(name.slice(5), value);
    }
  }
  element.append(...children);
  return element;
}

/**
 * Whether an element names a ladder. Consent managers move the address of the loader to `data-src`.
 * @param {HTMLElement} element
 */
function namesLadder({ dataset: { ladder, src } }) {
  return ladder !== undefined || (src !== undefined && !LOADER.test(src));
}

/**
 * Inserts a widget after every script that names a ladder, and into every placeholder that does, whose content becomes the
 * fallback. Doing so again changes nothing.
 * @param {HTMLScriptElement[]} scripts the loader's
 */
export function receive(scripts) {
  for (const script of scripts) {
    if (namesLadder(script) && script.nextElementSibling?.localName !== TAG) {
      script.after(create(script, []));
    }
  }
  /** @type {NodeListOf<HTMLElement>} */
  const placeholders = document.querySelectorAll("div.career-ladder");
  for (const placeholder of placeholders) {
    if (placeholder.querySelector(TAG)) {
      // It is a widget already, or the page's own box around one.
    } else if (namesLadder(placeholder)) {
      placeholder.append(create(placeholder, [...placeholder.childNodes]));
    } else if (!warned.has(placeholder)) {
      warned.add(placeholder);
      console.warn('career-ladder: a <div class="career-ladder"> needs data-ladder="product", or data-src with your own ladder');
    }
  }
}
