// @ts-check
// Mistakes around the element that show only in the page. The loader imports this script where it finds signs of one.

import { isAuthor } from "../messages/report.js";

/** What a site owner may put inside the element. It stands before all that the element swallowed. */
const OWN = "a:not(a~a),[slot],script[type='application/json']";

/** The parts of a page that stand in no fallback, and in no content for the result. */
const OF_THE_PAGE = ":is(career-ladder,script[src*='career-ladder.js'],main):not([slot] *)";

const warned = new Set();

/** @param {string} text */
function warnOnce(text) {
  if (!warned.has(text)) {
    warned.add(text);
    console.warn(`career-ladder: ${text}`);
  }
}

/**
 * Whether a node may be the site owner's own content of the element; a text is the page's.
 * @param {Node} node
 */
function isOwn(node) {
  return node instanceof Element ? node.matches(OWN) : node.nodeType === Node.COMMENT_NODE || !node.textContent?.trim();
}

/**
 * HTML does not know `<career-ladder />`: without an end tag the element swallows what follows, other elements and all that
 * these swallow included. This puts all of it back after it.
 * @param {Element} element
 */
function release(element) {
  const nodes = [...element.childNodes];
  const start = nodes.findIndex((node) => !isOwn(node));
  const others = element.querySelectorAll("career-ladder");
  element.after(...(start < 0 ? [] : nodes.slice(start)));
  for (const other of others) {
    // One with an end tag is followed by something, a line break at least.
    if (!other.nextSibling) {
      release(other);
    }
  }
  warnOnce("an element without an end tag had swallowed the rest of the page; write <career-ladder></career-ladder>");
}

/**
 * Whether an element may have swallowed the end of a post, or has a long fallback: only the author can tell.
 * @param {Element} element
 */
function isFull(element) {
  const foreign = [...element.children].filter((child) => !child.matches(OWN));
  // A placeholder has an end tag.
  return foreign.length > 1 && !element.nextSibling && !element.parentElement?.matches(".career-ladder");
}

/**
 * Names what is inside an element and should not be there; mends what can be mended.
 * @param {Element} element
 */
function inspect(element) {
  // After an end tag comes a line break as a rule; what comes after an element without one is added by scripts.
  const hasEndTag = element.nextSibling instanceof Text;
  if (!hasEndTag && element.querySelector(OF_THE_PAGE)) {
    release(element);
  } else if (isFull(element) && isAuthor(element)) {
    warnOnce("text inside <career-ladder> is hidden; if it is the rest of your post, write <career-ladder></career-ladder>");
  }
  for (const code of element.querySelectorAll(":scope>:is(pre,script:not([type]))")) {
    if (/^\s*\{\s*["“]/.test(code.textContent || "")) {
      warnOnce('a ladder inside <career-ladder> must be in <script type="application/json">');
    }
  }
}

/** Names the mistakes, and mends those that can be mended, once the page is parsed. */
export function receive() {
  if (document.readyState === "loading") {
    return;
  }
  document.querySelectorAll("career-ladder").forEach(inspect);
  for (const { parentElement } of document.querySelectorAll("[slot=result]")) {
    // Other elements may have a slot of this name.
    if (!parentElement?.localName.includes("-") && !parentElement?.shadowRoot) {
      warnOnce('content with slot="result" must be a direct child of <career-ladder>');
    }
  }
}
