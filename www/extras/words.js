// @ts-check
// The words of the extras, in English. Each says where it stands, and which values a function fills in.

/** The language of these words. */
export const LANGUAGE = "en";

export const COMPARE = {
  /** Heading of the screen, and the button beside the field. */
  heading: "Compare",
  /** In place of the screen, for a reader without a result of their own. */
  noOwn: "To compare, find your own stage first.",
  /** Label of the field for a link. */
  pasteLink: "Paste a link",
  /** Below that label. */
  pasteHint: "Somebody else's, or your manager's answers about you. It isn't stored.",
  /** Above the dates of earlier results. */
  earlier: "Or with an earlier result of yours",
  /** Name of the list of areas. */
  areas: "Areas",
  /** In place of an area's name, in the first row: the rungs that both outcomes name. */
  level: "Level",
  /**
   * Legend: the dot of the reader.
   * @param {string} result
   */
  own: (result) => `you: ${result}`,
  /**
   * Legend: the dot of a link.
   * @param {string} result
   */
  link: (result) => `their link: ${result}`,
  /**
   * Legend: the dot of an earlier result.
   * @param {string} result
   */
  then: (result) => `earlier you: ${result}`,
  /**
   * In the legend, an outcome between two rungs.
   * @param {string} rung
   * @param {string} runnerUp
   */
  between: (rung, runnerUp) => `between ${rung} and ${runnerUp}`,
  /** In the legend, an outcome that names no rung. */
  unclear: "no clear stage",
  /**
   * For screen readers, a level in one area.
   * @param {string} title of the nearest rung
   */
  about: (title) => `about ${title}`,
  /**
   * Announced below the heading, with a link: how many areas agree.
   * @param {number} same
   * @param {number} all
   */
  agreeOn: (same, all) => (same === all ? "You agree everywhere." : `You agree on ${same} of ${all} areas.`),
  /**
   * The same with an earlier result.
   * @param {number} same
   * @param {number} all
   */
  sameAsThen: (same, all) => (same === all ? "Nothing has moved." : `${all - same} of ${all} areas have moved.`),
  /** Announced instead, if one of the outcomes is unclear. */
  nothingToCompare: "One of the two doesn't point to one stage, so there's nothing to compare yet.",
  /** Announced instead, if there is no area with both levels. */
  nothingInCommon: "The two have no answers in the same area.",
  /**
   * Below the areas: answers of a link that the ladder no longer has.
   * @param {number} count
   */
  missing: (count) =>
    count === 1
      ? "One answer in the link no longer exists on this ladder, so it's left out."
      : `${count} answers in the link no longer exist on this ladder, so they're left out.`,
};

/** Small numbers of levels. */
const NUMBERS = ["no", "one", "two", "three", "four"];

/** @param {number} levels */
const inWords = (levels) => NUMBERS[levels] || `${levels}`;

/** Beside an area: how far apart the two are. */
export const APART = {
  /** With a link: at most half a level. */
  same: "you agree",
  /** With an earlier result: at most half a level. */
  unmoved: "as before",
  /** In the first row: at most half a level, but on other rungs. */
  sameLevel: "about the same level",
  /** One level. */
  one: "one level apart",
  /** With an earlier result: one level. */
  oneUp: "one level up",
  oneDown: "one level down",
  /**
   * With a link: two levels or more.
   * @param {number} levels
   */
  more: (levels) => `${inWords(levels)} apart: talk about it`,
  /**
   * With an earlier result: two levels or more.
   * @param {number} levels
   */
  moreUp: (levels) => `${inWords(levels)} levels up`,
  /** @param {number} levels */
  moreDown: (levels) => `${inWords(levels)} levels down`,
  /** With a link: only one has an answer in the area. */
  onlyOwn: "only you answered this",
  onlyOther: "only they answered this",
  /** With an earlier result. */
  onlyNow: "only answered now",
  onlyThen: "only answered then",
  /** Neither has an answer in the area. */
  neither: "not answered",
};

/**
 * Below the field: the reason why a link cannot be compared.
 * @type {Record<import("./wasm.js").Refusal, string>}
 */
export const REFUSALS = {
  /** There is none in the text. */
  foreign: "There's no result link in this text. It has “career-ladder” in its address.",
  another: "This link belongs to another ladder, so it can't be compared with this one.",
  damaged: "This link is damaged or incomplete. Ask for it again, and copy the whole of it.",
  newer: "This link was made by a newer version. Reload the page, then try again.",
  empty: "This link holds no answers.",
};

/** Below the field: the extras have broken down. */
export const BROKEN = "That didn't work. Reload the page, then try again.";

export const PRINT = {
  /** In place of a dialog, where the browser or the page around refuses it. */
  refused:
    "Your browser or this page doesn't allow printing from here. Open your link in a tab of its own, then print.",
};

/**
 * The words in the checklist: its title with the target {0}, the target of staying on the rung {0}, and the headings of the
 * stage's focus and of the tasks.
 */
export const IN_CHECKLIST = ["Aim for: {0}", "Grow as {0}", "What to focus on now", "What to work on"];

export const PICTURE = {
  /** Heading of the screen. */
  heading: "Picture",
  /** Buttons below the picture. */
  png: "Download PNG",
  svg: "Download SVG",
  copy: "Copy picture",
  share: "Share picture",
  /** Announced below the buttons. */
  copied: "Picture copied.",
  copyRefused: "Your browser didn't allow copying. Download the picture instead.",
  shareRefused: "Your browser didn't allow sharing. Download the picture instead.",
  /** Folded below the buttons: the picture in words, to paste wherever it is posted. */
  description: "Description for screen readers",
  /** The name of the files, without its ending. */
  file: "career-stage",
};

/** The words inside the picture, in the order of the core's `Words` (`core/src/picture/words.rs`, where they are explained). */
export const IN_PICTURE = [
  "My stage",
  "Between {0} and {1}",
  "{0} · {1}",
  "“{0}”",
  "{0} · where do you stand?",
  "Where do you stand?",
];
