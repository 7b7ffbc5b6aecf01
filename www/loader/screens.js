// The prerendered screens of bundled ladders: those of the default one travel in the loader, the others in files. A screen is
// a list: its tree, and what comes then where that is known.
/* global __HERE__ */

import { screen } from "./assets.js";
import { paint } from "./paint.js";
import { DEFAULT_LADDER } from "./source.js";

/** The first screen of a ladder, if it is here. */
export function here(id, start) {
  const text = id === DEFAULT_LADDER && __HERE__[start];
  return text && JSON.parse(text);
}

/** A first screen, wherever it is; nothing where there is none, or it does not come. */
export async function anywhere(base, id, start) {
  return here(id, start) || screen(base, id, start).catch(() => 0);
}

/** When what was painted last has been there for a moment: whoever presses at once finds the browser at leisure. */
export function seen() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
}

/** Puts the nodes of a screen into a box. */
export function show(box, tree) {
  const later = [];
  // What stands beside a question can wait for it.
  const isQuestion = tree[1]["data-phase"] === "quizzing";
  const wait = (to, child) => isQuestion && /diagram|moves/.test(child[1]?.class) && later.push([to, child]);
  box.replaceChildren(paint(["div", { class: "app" }, tree], wait));
  seen().then(() => later.forEach(([to, child]) => to.append(paint(child))));
}

/** Goes on from the question for the title, if that is what was clicked and the next question is known. */
export function follow(widget, { kept: ways, orders, says, screen }) {
  const { early, kept, wrap } = widget;
  const chosen = early.clicked.matches(".main") ? wrap.querySelector(".option:has(:checked)") : early.clicked;
  const way = ways[[...wrap.querySelectorAll(".option")].indexOf(chosen)];
  kept.seed ??= `${Math.floor(Math.random() * orders.length)}`;
  const order = orders[widget.value("seed") ?? kept.seed];
  if (way && order) {
    const question = paint(screen);
    question.querySelectorAll("input+span").forEach((say, place) => say.append(says[order[place]]));
    wrap.querySelector(".question").replaceWith(question);
    question.querySelector("h3").focus();
    kept.answers = way;
    early.clicked = null;
    widget.begun = true;
  }
}
