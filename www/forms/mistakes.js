// @ts-check
// Mistakes around the element that show only in the page. The loader imports this script where it finds signs of one.

/** What a site owner may put inside the element. It stands before all that the element swallowed. */
const OWN = "a,[slot],script[type='application/json']";

/** The parts of a page that stand in no fallback, and in no content for the result. */
const OF_THE_PAGE = ":is(career-ladder,script[src*=career-ladder],main):not([slot] *)";

const warned = new Set();

/** @param {string} text */
function warnOnce(text) {
  if (!warned.has(text)) {
    warned.add(text);
    console.warn(`career-ladder: ${text}`);
  }
}

/**
 * HTML does not know `<career-ladder />`: without an end tag the element swallows what follows. This puts that back after it.
 * @param {Element} element
 */
function release(element) {
  const swallowed = [...element.children].find((child) => !child.matches(OWN));
  if (swallowed) {
    const nodes = [...element.childNodes];
    element.after(...nodes.slice(nodes.indexOf(swallowed)));
  }
  warnOnce("an element without an end tag had swallowed the rest of the page; write <career-ladder></career-ladder>");
}

/** Names the mistakes, and mends those that can be mended, once the page is parsed. */
export function receive() {
  if (document.readyState === "loading") {
    return;
  }
  for (const element of document.querySelectorAll("career-ladder")) {
    if (element.querySelector(OF_THE_PAGE)) {
      release(element);
    }
  }
  for (const content of document.querySelectorAll("[slot=result]")) {
    // Other elements may have a slot of this name.
    if (!content.parentElement?.localName.includes("-")) {
      warnOnce('content with slot="result" must be a direct child of <career-ladder>');
    }
  }
}
