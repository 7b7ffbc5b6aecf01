// The prerendered first screens of bundled ladders: those of the default one travel in the loader, the others in files.
/* global __HERE__ */

import { screen } from "./assets.js";
import { paint } from "./paint.js";
import { DEFAULT_LADDER } from "./source.js";

/** The first screen of a ladder, if it is here. */
export function here(id, start) {
  return id === DEFAULT_LADDER && __HERE__[start];
}

/** A first screen, wherever it is; nothing where there is none, or it does not come. */
export async function anywhere(base, id, start) {
  return here(id, start) || screen(base, id, start).catch(() => 0);
}

let painted = 0;

/** The nodes of a screen. Its radios are a group of their own, whatever else is on the page. */
export function show(tree) {
  const app = paint(["div", { class: "app" }, tree]);
  painted++;
  app.querySelectorAll("input").forEach((input) => (input.name = `painted-${painted}`));
  return app;
}
