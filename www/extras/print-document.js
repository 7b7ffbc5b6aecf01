// @ts-check
// The document that is printed: the result on one or two pages, with boxes to tick by hand. Its nodes are copies of those on the
// screen, so that both say the same.
/* global __PAPER_CSS__ */

import { paint } from "../loader/paint.js";
import { lightAccent } from "./colors.js";
import { longDate } from "./dates.js";

/** @import { ScreenContext } from "./main.js" */

/** Nothing on paper can be pressed or announced. */
const LEFT_OUT = "button, input, textarea, slot, .extra, [role=status], [role=tablist]";

/**
 * @param {Document} paper
 * @param {Element} container
 * @param {ScreenContext} context
 */
export function fillPrintDocument(paper, container, { title, text, program, words }) {
  const root = /** @type {ShadowRoot} */ (container.getRootNode());
  const { wrapper, element } = program.host;
  const page = paper.documentElement;
  page.lang = container.closest("[lang]")?.getAttribute("lang") || words.lang;
  page.dir = getComputedStyle(container).direction;
  page.style.setProperty("--cl-accent", lightAccent(element));
  // Also the name of a file that the document is saved as.
  paper.title = [title, text].filter(Boolean).join(" · ");
  adoptPaperStyles(paper);
  const head = wrapper.querySelector(".result-head");
  const panels = [...root.querySelectorAll("[role=tabpanel]")].filter(
    (panel) => panel.textContent && !panel.contains(container),
  );
  paper.body.replaceChildren(
    paint(["header", 0, ["span", 0, title], ["span", { lang: words.lang }, longDate(words.lang)]]),
    ...(head ? [copyOf(head, paper)] : []),
    ...panels.map((panel) => section(panel, root, paper)),
  );
}

/**
 * Without constructed style sheets the document is plain, but whole.
 * @param {Document} paper
 */
function adoptPaperStyles(paper) {
  try {
    const sheet = new /** @type {any} */ (paper.defaultView).CSSStyleSheet();
    sheet.replaceSync(__PAPER_CSS__);
    paper.adoptedStyleSheets = [sheet];
  } catch {
    // A browser from before 2023.
  }
}

/**
 * A panel under the text of its tab.
 * @param {Element} panel
 * @param {ShadowRoot} root
 * @param {Document} paper
 */
function section(panel, root, paper) {
  const tab = root.getElementById(panel.getAttribute("aria-labelledby") || "");
  const copy = copyOf(panel, paper);
  const heading = tab?.textContent || "";
  const section = paint(["section", 0, ...(heading ? [/** @type {Tree} */ (["h2", 0, heading])] : [])]);
  section.append(...copy.childNodes);
  return section;
}

/**
 * A copy of an element for paper.
 * @param {Element} original
 * @param {Document} paper
 */
function copyOf(original, paper) {
  const copy = paper.importNode(original, true);
  // A copy has lost what the reader selected and ticked.
  const originals = original.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((node, index) => replaceControl(node, originals[index]));
  return copy;
}

/**
 * Replaces a control by what it says, or leaves it out.
 * @param {Element} copy
 * @param {any} original
 */
function replaceControl(copy, original) {
  if (original.type === "checkbox") {
    copy.replaceWith(box(original.checked));
  } else if (original.localName === "select") {
    copy.replaceWith(paint(["b", { class: "chosen" }, original.selectedOptions[0]?.text || ""]));
  } else if (original.localName === "details") {
    copy.setAttribute("open", "");
  } else if (original.matches(".bars button")) {
    copy.replaceWith(paint(["span", 0, original.textContent]));
  } else if (original.matches(LEFT_OUT)) {
    copy.remove();
  }
}

/**
 * A box to tick by hand.
 * @param {boolean} isTicked
 */
function box(isTicked) {
  const tick = /** @type {Tree[]} */ (isTicked ? [["path", { d: "M3 8l3.5 3.5L13 4" }]] : []);
  const square = /** @type {Tree} */ (["rect", { x: "1", y: "1", width: "14", height: "14", rx: "2" }]);
  return paint(["svg", { class: "box", viewBox: "0 0 16 16" }, square, ...tick]);
}
