// The prerendered first screens of bundled ladders: those of the default one travel in the loader, the others in files.
/* global __HERE__, __SCREENS__ */

import { get } from "./assets.js";
import { paint } from "./paint.js";

/** The screens that are here, by ladder and kind. */
export const here = __HERE__;

/** A screen, wherever it is; nothing where there is none, or it does not come. */
export async function screen(base, name) {
  const file = __SCREENS__[name];
  try {
    return here[name] || (file && (await (await get(base + file)).json()));
  } catch {
    // What stands must do.
  }
}

let painted = 0;

/** The nodes of a screen. Its radios are a group of their own, whatever else is on the page. */
export function show(tree) {
  const app = paint(["div", { class: "app" }, tree]);
  painted++;
  app.querySelectorAll("input").forEach((input) => (input.name = `painted-${painted}`));
  return app;
}
