// @ts-check
// The prerendered screens of bundled ladders. Those of the default ladder are part of the loader, the others are files.
/* global __SCREENS__ */

import { screenFile } from "./assets.js";
import { paint } from "./paint.js";
import { DEFAULT_LADDER } from "./source.js";

/** @import { EarlyInput } from "./early-input.js" */
/** @import { LadderHost } from "./host.js" */

/**
 * A first screen that is part of the loader; falsy for other ladders.
 * @param {LadderHost} host
 * @param {string} start `ladder` or `quiz`
 * @returns {PrerenderedScreen | undefined}
 */
export function inlineScreen({ ladderId }, start) {
  const text = ladderId === DEFAULT_LADDER && __SCREENS__[start];
  return text && JSON.parse(text);
}

/**
 * A first screen from the loader or its file; falsy if there is none, or it does not load.
 * @param {LadderHost} host
 * @param {string} start
 * @returns {Promise<PrerenderedScreen | undefined>}
 */
export async function loadScreen(host, start) {
  return inlineScreen(host, start) || screenFile(host.base, host.ladderId, start).catch(() => 0);
}

/**
 * Resolves 60 ms after the next frame. Fetching only then keeps the main thread free for a reader who presses a button at
 * once. A hidden tab has no frames.
 */
export function afterNextPaint() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 60));
    setTimeout(resolve, document.hidden ? 0 : 2000);
  });
}

/**
 * Shows a screen.
 * @param {LadderHost} host
 * @param {PrerenderedScreen} screen
 */
export function paintScreen(host, [tree, texts, nextQuestion]) {
  const { currentStatus, wrapper } = host;
  host.texts = texts;
  currentStatus.nextQuestion = nextQuestion;
  const isQuiz = /quiz/.test(/** @type {any} */ (tree[1])["data-phase"]);
  // The diagram beside a question is half of the nodes. It follows after the question is painted.
  const postpone = (/** @type {Element} */ parent, /** @type {any} */ child) =>
    isQuiz &&
    /diagram|moves/.test(child[1]?.class) &&
    afterNextPaint().then(() => parent.append(paint(child)));
  wrapper.replaceChildren(paint(["div", { class: "app" }, tree], postpone));
}

/**
 * Shows the question behind the title question, if the reader's click leads there. The build knows the one that most titles
 * lead to, with the options' order for 32 seeds. The program will restore the snapshot as after a reload.
 * @param {LadderHost} host
 * @param {EarlyInput} input
 */
export function advanceFromTitle(host, input) {
  const { session, wrapper, currentStatus: starting } = /** @type {any} */ (host);
  /** @type {NextQuestion | undefined} */
  const nextQuestion = starting.nextQuestion;
  if (!nextQuestion || session.snapshot) {
    return;
  }
  const { screen, snapshots, options, orders } = nextQuestion;
  const title = input.clicked.matches(".main") ? wrapper.querySelector(".option:has(:checked)") : input.clicked;
  const snapshot = snapshots[[...wrapper.querySelectorAll(".option")].indexOf(title)];
  session.seed ??= `${Math.floor(Math.random() * orders.length)}`;
  const order = orders[host.attribute("seed") ?? session.seed];
  if (snapshot && order) {
    const question = paint(screen);
    question.querySelectorAll("input+span").forEach(
      (/** @type {any} */ text, /** @type {any} */ index) => text.append(options[/** @type {any} */ (order[index])]),
    );
    wrapper.querySelector(".question").replaceWith(question);
    question.querySelector("h3").focus();
    session.snapshot = snapshot;
    input.clicked = null;
    starting.hasAdvanced = true;
  }
}
