// @ts-check
// Compares the reader's result with that of a link, or with an earlier one of their own. A pasted link is used and forgotten.

import { paint } from "../loader/paint.js";
import { legend, summary, table } from "./areas.js";
import { longDate } from "./dates.js";
import { compared, linkIn } from "./wasm.js";

/** @import { ScreenContext } from "./main.js" */
/** @import { Words } from "./words.js" */

/**
 * The reasons why a link cannot be compared.
 * @type {Record<import("./wasm.js").Refusal, number>}
 */
const REFUSALS = {
  foreign: WORD.noLinkFound,
  another: WORD.linkOfAnotherLadder,
  damaged: WORD.linkIncomplete,
  newer: WORD.linkTooNew,
  empty: WORD.linkWithoutAnswers,
};

/** @type {(container: Element, context: ScreenContext) => void} */
export function openCompare(container, context) {
  const { own, other, copies, words } = context;
  const earlier = copies.filter(({ fragment }) => fragment !== own);
  const screen = paint(own ? screenTree(earlier, words) : withoutOwn(words));
  const find = (/** @type {string} */ selector) => screen.querySelector(selector);
  container.replaceChildren(screen);
  if (own) {
    find("form").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      compareWithPasted(screen, context);
    });
    ["keydown", "keypress", "keyup"].forEach((name) => find("input").addEventListener(name, keepKey));
    screen.querySelectorAll("li button").forEach((/** @type {Element} */ button, /** @type {number} */ index) => {
      button.addEventListener("click", () => show(screen, context, earlier[index].fragment, button));
    });
    if (other) {
      show(screen, context, other);
    }
  }
  find("h4").focus();
}

/**
 * For a reader who has no result to compare.
 * @param {Words} words
 */
function withoutOwn(words) {
  return /** @type {Tree} */ ([
    "div",
    { class: "extra-screen", lang: words.lang },
    ["div", { class: "extra-head" }, ["h4", { tabindex: "-1" }, words.text(WORD.compare)]],
    ["p", { class: "extra-summary" }, words.text(WORD.compareNoResult)],
  ]);
}

/**
 * The screen before there is anything to show: the field for a link, and the dates of earlier results.
 * @param {import("../program/storage-write.js").Copy[]} earlier
 * @param {Words} words
 * @returns {Tree}
 */
function screenTree(earlier, words) {
  const input = { id: "extra-link", type: "text", inputmode: "url", autocomplete: "off", spellcheck: "false" };
  return [
    "div",
    { class: "extra-screen", lang: words.lang },
    ["div", { class: "extra-head" }, ["h4", { tabindex: "-1" }, words.text(WORD.compare)], ["p", { class: "extra-legend" }]],
    ["p", { class: "extra-summary", role: "status" }],
    ["div", { class: "extra-result" }],
    [
      "form",
      0,
      ["label", { for: "extra-link" }, words.text(WORD.pasteLink)],
      ["p", { class: "secondary", id: "extra-hint" }, words.text(WORD.pasteHint)],
      [
        "div",
        { class: "extra-field" },
        ["input", { ...input, "aria-describedby": "extra-hint" }],
        ["button", 0, words.text(WORD.compare)],
      ],
      ["p", { class: "extra-error", id: "extra-error" }],
    ],
    ...(earlier.length ? [earlierTree(earlier, words)] : []),
  ];
}

/**
 * @param {import("../program/storage-write.js").Copy[]} earlier
 * @param {Words} words
 * @returns {Tree}
 */
function earlierTree(earlier, words) {
  const item = (/** @type {string} */ date) =>
    /** @type {Tree} */ (["li", 0, ["button", { class: "chip", type: "button" }, longDate(words.lang, date)]]);
  return [
    "div",
    { class: "extra-earlier" },
    ["p", { id: "extra-earlier" }, words.text(WORD.earlierResults)],
    ["ul", { role: "list", "aria-labelledby": "extra-earlier" }, ...earlier.map(({ date }) => item(date))],
  ];
}

/**
 * Keys that the reader types are no shortcuts of the page, which sees the widget as their target and not the field.
 * @param {KeyboardEvent} event
 */
function keepKey(event) {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (!ctrlKey && !altKey && !metaKey && key !== "Tab" && key !== "Escape") {
    event.stopPropagation();
  }
}

/**
 * @param {Element} screen
 * @param {ScreenContext} context
 */
function compareWithPasted(screen, context) {
  const text = /** @type {HTMLInputElement} */ (screen.querySelector("input")).value;
  // A link that has lost its middle may still be taken for none.
  show(screen, context, linkIn(text) || "");
}

/**
 * Shows the comparison with a link, or says why there is none.
 * @param {Element} screen
 * @param {ScreenContext} context
 * @param {string} other the link, from its `#` on
 * @param {Element} [chosen] the button of an earlier result; undefined for somebody's link
 */
function show(screen, { ladder, own, program, words }, other, chosen) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (screen.querySelector(selector));
  const isEarlier = !!chosen;
  let result;
  try {
    result = compared(ladder, own, other);
  } catch {
    setError(screen, words.text(WORD.extrasBroken));
    return;
  }
  if (result.refusal) {
    setError(screen, words.text(REFUSALS[result.refusal]));
    return;
  }
  setError(screen, "");
  screen.querySelectorAll("li button").forEach((button) => button.setAttribute("aria-pressed", `${button === chosen}`));
  const ladderLanguage = program.host.wrapper.querySelector(".app > [lang]")?.getAttribute("lang") || words.lang;
  const paintInto = (/** @type {string} */ selector, /** @type {Tree[]} */ trees) =>
    find(selector).replaceChildren(...trees.map((tree) => paint(tree)));
  paintInto(".extra-legend", legend(result, isEarlier, words));
  paintInto(".extra-result", table(result, isEarlier, ladderLanguage, words));
  find(".extra-summary").textContent = summary(result, isEarlier, words);
}

/**
 * Says what is wrong with the text in the field, and leads the reader there; without a sentence takes the last one back.
 * @param {Element} screen
 * @param {string} sentence
 */
function setError(screen, sentence) {
  const input = /** @type {HTMLInputElement} */ (screen.querySelector("input"));
  /** @type {Element} */ (screen.querySelector(".extra-error")).textContent = sentence;
  input.setAttribute("aria-describedby", sentence ? "extra-error" : "extra-hint");
  if (sentence) {
    input.setAttribute("aria-invalid", "true");
    input.focus();
  } else {
    input.removeAttribute("aria-invalid");
  }
}
