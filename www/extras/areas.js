// @ts-check
// A comparison as a list: a legend, and for each area a track with two dots and a few words.

import { APART, COMPARE } from "./words.js";

/** @import { Compared, Row, Side } from "./wasm.js" */

/**
 * The two outcomes, each beside its dot.
 * @param {Compared} result
 * @param {boolean} isEarlier whether the other side is the reader at an earlier time
 * @returns {Tree[]}
 */
export function legend({ own, other }, isEarlier) {
  const name = isEarlier ? COMPARE.then : COMPARE.link;
  return [entry("own", COMPARE.own(named(own))), entry("other", name(named(other)))];
}

/**
 * The areas, and a note on answers that are gone. There are no areas beside an unclear outcome: its levels mean nothing.
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @param {string} ladderLanguage
 * @returns {Tree[]}
 */
export function table(result, isEarlier, ladderLanguage) {
  const { own, other, rows } = result;
  const missing = own.missing + other.missing;
  /** @type {Tree[]} */
  const trees = [];
  if (isComparable(result)) {
    const items = rows.map((row) => item(row, result, isEarlier, ladderLanguage));
    trees.push(["ul", { class: "extra-areas", role: "list", "aria-label": COMPARE.areas }, ...items]);
  }
  if (missing) {
    trees.push(["p", { class: "secondary" }, COMPARE.missing(missing)]);
  }
  return trees;
}

/**
 * The comparison in one sentence, which is announced.
 * @param {Compared} result
 * @param {boolean} isEarlier
 */
export function summary(result, isEarlier) {
  const common = result.rows.filter(({ own, other, name }) => name && own !== null && other !== null);
  if (!isComparable(result)) {
    return COMPARE.nothingToCompare;
  }
  if (!common.length) {
    return COMPARE.nothingInCommon;
  }
  const same = common.filter(({ agreement }) => agreement === "same").length;
  return (isEarlier ? COMPARE.sameAsThen : COMPARE.agreeOn)(same, common.length);
}

/** @param {Compared} result */
function isComparable({ own, other }) {
  return own.titles.length && other.titles.length;
}

/**
 * The rungs that an outcome names.
 * @param {Side} side
 */
function named({ titles: [rung, runnerUp] }) {
  return runnerUp ? COMPARE.between(rung, runnerUp) : rung || COMPARE.unclear;
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
 * @returns {Tree}
 */
function item(row, result, isEarlier, ladderLanguage) {
  const words = apart(row, result, isEarlier);
  return [
    "li",
    0,
    ["span", row.name ? { lang: ladderLanguage } : 0, row.name || COMPARE.level],
    track(row, result, isEarlier),
    [row.agreement === "more" ? "b" : "span", 0, words],
  ];
}

/**
 * How far apart the two are, in words.
 * @param {Row} row
 * @param {Compared} result
 * @param {boolean} isEarlier
 */
function apart({ name, agreement, apart, own, other }, result, isEarlier) {
  const isUp = Number(own) > Number(other);
  switch (agreement) {
    case "same":
      if (!name && `${result.own.titles}` !== `${result.other.titles}`) {
        return APART.sameLevel;
      }
      return isEarlier ? APART.unmoved : APART.same;
    case "one":
      return isEarlier ? (isUp ? APART.oneUp : APART.oneDown) : APART.one;
    case "more":
      return (isEarlier ? (isUp ? APART.moreUp : APART.moreDown) : APART.more)(apart);
    case "onlyOwn":
      return isEarlier ? APART.onlyNow : APART.onlyOwn;
    case "onlyOther":
      return isEarlier ? APART.onlyThen : APART.onlyOther;
    default:
      return APART.neither;
  }
}

/**
 * The track. An area without any answer has an empty one, which says nothing.
 * @param {Row} row
 * @param {Compared} result
 * @param {boolean} isEarlier
 * @returns {Tree}
 */
function track({ name, own, other, ownTitle, otherTitle }, result, isEarlier) {
  const at = (/** @type {number} */ thousandths) => `${thousandths / 10}%`;
  const about = (/** @type {string | null} */ title, /** @type {Side} */ side) =>
    name ? COMPARE.about(title || "") : named(side);
  const label = [
    own === null ? "" : COMPARE.own(about(ownTitle, result.own)),
    other === null ? "" : (isEarlier ? COMPARE.then : COMPARE.link)(about(otherTitle, result.other)),
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
