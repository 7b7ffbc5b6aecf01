// @ts-check
// The prerendered screens of bundled ladders. Those of the default ladder are part of the loader, the others are files.
/* global __SCREENS__ */

import { screenFile } from "./assets.js";
import { links } from "./links.js";
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
export function inlineScreen({ ladderId, edition }, start) {
  const text = ladderId === DEFAULT_LADDER && !edition?.stem && __SCREENS__[start];
  return text && JSON.parse(text);
}

/**
 * A first screen from the loader or its file; falsy if there is none, or it does not load. It comes once no button is held down.
 * @param {LadderHost} host
 * @param {string} start
 * @returns {Promise<PrerenderedScreen | undefined>}
 */
export async function loadScreen(host, start) {
  const screen = inlineScreen(host, start) || (await screenFile(host.base, host.ladderId, start, host.edition).catch(() => 0));
  await host.currentStatus.earlyInput?.press;
  return screen;
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
  // The diagram beside a question is half of the nodes. On the first screen it follows after the question is painted.
  const isQuizFirst = /quiz/.test(tree[1]["data-phase"]) && !host.texts[0];
  const postpone = (/** @type {Element} */ parent, /** @type {any} */ child) =>
    isQuizFirst &&
    /diagram|moves/.test(child[1]?.class) &&
    afterNextPaint().then(() => parent.append(paint(child)));
  host.texts = texts;
  currentStatus.nextQuestion = nextQuestion;
  wrapper.replaceChildren(paint(["div", { class: "app" }, tree], postpone));
}

/**
 * Shows a screen from the loader at once, or from its file if that arrives before the program does, or the reader presses
 * another button. Returns whether it is shown. No file is fetched if the program will show another screen.
 * @param {LadderHost} host
 * @param {string} start
 */
export async function showScreen(host, start) {
  const starting = host.currentStatus;
  const clicked = starting.earlyInput?.clicked;
  const screen =
    inlineScreen(host, start) || (!host.session.snapshot && !links.claim(host) && (await loadScreen(host, start)));
  if (screen && starting === host.currentStatus && clicked === starting.earlyInput?.clicked) {
    paintScreen(host, screen);
    return true;
  }
}

/**
 * Shows the next screen at once if the build drew it and the reader's click leads there.
 * @param {LadderHost} host
 * @param {EarlyInput} input
 */
export async function advance(host, input) {
  const { session, wrapper } = host;
  const { clicked } = input;
  // Only the program knows where stored answers lead.
  if (!session.snapshot && (clicked.matches("[part=start]") ? await showScreen(host, "quiz") : showNextQuestion(host, clicked))) {
    input.clearNotice();
    /** @type {HTMLElement} */ (wrapper.querySelector("h3")).focus();
    session.hasAdvanced = true;
    host.pendingCall = input.clicked = null;
  }
}

/**
 * Shows the question behind the title question if the click leads there; returns whether it does. The build knows the question
 * that most titles lead to, with the options' order for 32 seeds. The program will restore the snapshot as after a reload.
 * @param {LadderHost} host
 * @param {Element} clicked
 */
function showNextQuestion(host, clicked) {
  const { session, wrapper, currentStatus } = /** @type {any} */ (host);
  /** @type {NextQuestion | undefined} */
  const nextQuestion = currentStatus.nextQuestion;
  if (nextQuestion) {
    const { screen, snapshots, options, orders } = nextQuestion;
    const title = clicked.matches(".main") ? wrapper.querySelector(".option:has(:checked)") : clicked;
    const snapshot = snapshots[[...wrapper.querySelectorAll(".option")].indexOf(title)];
    session.seed ??= `${Math.floor(Math.random() * orders.length)}`;
    const order = orders[host.attribute("seed") ?? session.seed];
    if (snapshot && order) {
      const question = paint(screen);
      question.querySelectorAll("input+span").forEach(
        (/** @type {any} */ text, /** @type {any} */ index) => text.append(options[/** @type {any} */ (order[index])]),
      );
      wrapper.querySelector(".question").replaceWith(question);
      return (session.snapshot = snapshot);
    }
  }
}
