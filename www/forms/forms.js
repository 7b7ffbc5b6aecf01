// @ts-check
// Widgets for systems that refuse unknown elements: after the loader's own script, and in placeholders. The loader imports
// this script on pages that have one of them.

const TAG = "career-ladder";

/**
 * Creates the element with the attributes that `from` has as `data-` attributes.
 * @param {Element} from
 * @param {Node[]} children
 */
function create(from, children) {
  const element = document.createElement(TAG);
  for (const { name, value } of from.attributes) {
    // Consent managers move the script's address to `data-src`.
    if (name.startsWith("data-") && !(name === "data-src" && /career-ladder\.js/.test(value))) {
      element.setAttribute(name.slice(5), value);
    }
  }
  element.append(...children);
  return element;
}

/**
 * Inserts a widget after every script with `data-ladder`, and into every placeholder with that attribute, whose content
 * becomes the fallback. Doing so again changes nothing.
 * @param {HTMLScriptElement[]} scripts the loader's
 */
export function receive(scripts) {
  for (const script of scripts) {
    if ("ladder" in script.dataset && script.nextElementSibling?.localName !== TAG) {
      script.after(create(script, []));
    }
  }
  for (const placeholder of document.querySelectorAll("div.career-ladder[data-ladder]")) {
    if (!placeholder.querySelector(TAG)) {
      placeholder.append(create(placeholder, [...placeholder.childNodes]));
    }
  }
}
