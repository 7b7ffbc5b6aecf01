// The prerendered first screens of bundled ladders: those of the default one travel in the loader, the others in files.
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

let painted = 0;

/** When what was painted last has been there for a moment: whoever presses at once finds the browser at leisure. */
export function seen() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
}

/** Puts the nodes of a screen into a box. Its radios are a group of their own, whatever else is on the page. */
export function show(box, tree) {
  const later = [];
  // What stands beside a question can wait for it.
  const isQuestion = tree[1]["data-phase"] === "quizzing";
  const wait = (to, child) => isQuestion && ["diagram", "moves"].includes(child[1]?.class) && later.push([to, child]);
  const app = paint(["div", { class: "app" }, tree], wait);
  const name = `painted-${++painted}`;
  app.querySelectorAll("input").forEach((input) => (input.name = name));
  box.replaceChildren(app);
  seen().then(() => later.forEach(([to, child]) => to.append(paint(child))));
}
