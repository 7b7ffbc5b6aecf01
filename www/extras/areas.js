// @ts-check
// A comparison as a list: a legend, and for each area a track with two dots and a few words.

/** @import { Compared, Row, Side } from "./wasm.js" */
/** @import { Words } from "./words.js" */

/**
 * The two outcomes, each beside its dot.
 * @param {Compared} result
 * @param {boolean} isEarlier whether the other side is the reader at an earlier time
 * @param {Words} words
 * @returns {Tree[]}
 */
export function legend({ own, other }, isEarlier, words) {
  return [
    entry("own", words.text(WORD.legendOwn, named(own, words))),
    entry("other", words.text(isEarlier ? WORD.legendEarlier : WORD.legendLink, named(other, words))),
  ];
}

/**
 * The areas, and a note on answers that are gone. There are no areas beside an unclear outcome: its levels mean nothing.
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @param {string} ladderLanguage
 * @param {Words} words
 * @returns {Tree[]}
 */
export function table(result, isEarlier, ladderLanguage, words) {
  const { own, other, rows } = result;
  const missing = own.missing + other.missing;
  /** @type {Tree[]} */
  const trees = [];
  if (isComparable(result)) {
    const items = rows.map((row) => item(row, result, isEarlier, ladderLanguage, words));
    trees.push(["ul", { class: "extra-areas", role: "list", "aria-label": words.text(WORD.areas) }, ...items]);
  }
  if (missing) {
    trees.push(["p", { class: "secondary" }, words.count(WORD.answersMissing, missing)]);
  }
  return trees;
}

/**
 * The comparison in one sentence, which is announced.
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @param {Words} words
 */
export function summary(result, isEarlier, words) {
  const common = result.rows.filter(({ own, other, name }) => name && own !== null && other !== null);
  if (!isComparable(result)) {
    return words.text(WORD.nothingToCompare);
  }
  if (!common.length) {
    return words.text(WORD.nothingInCommon);
  }
  const same = common.filter(({ agreement }) => agreement === "same").length;
  const all = common.length;
  if (same === all) {
    return words.text(isEarlier ? WORD.nothingMoved : WORD.agreeEverywhere);
  }
  return isEarlier ? words.count(WORD.moved, all - same, all) : words.count(WORD.agreeIn, same, all);
}

/** @param {Compared} result */
function isComparable({ own, other }) {
  return own.titles.length && other.titles.length;
}

/**
 * The rungs that an outcome names.
 * @param {Side} side
 * @param {Words} words
 */
function named({ titles: [rung, runnerUp] }, words) {
  return runnerUp ? words.text(WORD.legendBetween, rung, runnerUp) : rung || words.text(WORD.legendUnclear);
}

/**
 * @param {"own" | "other"} side
 * @param {string} text
 * @returns {Tree}
 */
function entry(side, text) {
  const icon = /** @type {Tree} */ (["svg", { class: "extra-dot", "aria-hidden": "true" }, dot(side, "50%")]);
  return ["span", 0, icon, ["span", 0, text]];
}

/**
 * @param {"own" | "other"} side
 * @param {string} x
 * @returns {Tree}
 */
function dot(side, x) {
  return ["circle", { class: side, cx: x, cy: "8", r: "5" }];
}

/**
 * @param {Row} row
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @param {string} ladderLanguage
 * @param {Words} words
 * @returns {Tree}
 */
function item(row, result, isEarlier, ladderLanguage, words) {
  return [
    "li",
    0,
    ["span", row.name ? { lang: ladderLanguage } : 0, row.name || words.text(WORD.compareLevel)],
    track(row, result, isEarlier, words),
    [row.agreement === "more" ? "b" : "span", 0, apart(row, result, isEarlier, words)],
  ];
}

/**
 * How far apart the two are, in words.
 * @param {Row} row
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @param {Words} words
 */
function apart({ name, agreement, apart, own, other }, result, isEarlier, words) {
  const isUp = Number(own) > Number(other);
  switch (agreement) {
    case "same":
      if (!name && `${result.own.titles}` !== `${result.other.titles}`) {
        return words.text(WORD.aboutSameLevel);
      }
      return words.text(isEarlier ? WORD.sameLevelAsEarlier : WORD.sameLevelWithLink);
    case "one":
      return words.text(isEarlier ? (isUp ? WORD.oneUp : WORD.oneDown) : WORD.oneApart);
    case "more":
      return words.count(isEarlier ? (isUp ? WORD.up : WORD.down) : WORD.apart, apart);
    case "onlyOwn":
      return words.text(isEarlier ? WORD.onlyNow : WORD.onlyYou);
    case "onlyOther":
      return words.text(isEarlier ? WORD.onlyThen : WORD.onlyThey);
    default:
      return words.text(WORD.notAnswered);
  }
}

/**
 * The track. An area without any answer has an empty one, which says nothing.
 * @param {Row} row
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @param {Words} words
 * @returns {Tree}
 */
function track({ name, own, other, ownTitle, otherTitle }, result, isEarlier, words) {
  const at = (/** @type {number} */ thousandths) => `${thousandths / 10}%`;
  const about = (/** @type {string | null} */ title, /** @type {Side} */ side) =>
    name ? words.text(WORD.aboutLevel, title || "") : named(side, words);
  const label = [
    own === null ? "" : words.text(WORD.legendOwn, about(ownTitle, result.own)),
    other === null ? "" : words.text(isEarlier ? WORD.legendEarlier : WORD.legendLink, about(otherTitle, result.other)),
  ];
  const text = label.filter(Boolean).join("; ");
  /** @type {Tree[]} */
  const shapes = [["rect", { class: "track", y: "6", width: "100%", height: "4", rx: "2" }]];
  if (own !== null && other !== null) {
    shapes.push(["line", { x1: at(own), x2: at(other), y1: "8", y2: "8" }]);
  }
  if (own !== null) {
    shapes.push(dot("own", at(own)));
  }
  if (other !== null) {
    shapes.push(dot("other", at(other)));
  }
  /** @type {Record<string, string>} */
  const role = text ? { role: "img", "aria-label": text } : { "aria-hidden": "true" };
  return ["svg", { class: "extra-track", ...role }, ...shapes];
}
