// @ts-check
// The entry of the loader, and the one file a page names. A page may run it twice, in two versions: the first one defines
// the element. One that misses its files imports the newest.

import { defineElement } from "./define.js";
import { setHome } from "./folder.js";
import { findForms, findFrames } from "./forms.js";

/** @type {any} */
const currentScript = document.currentScript;

/**
 * This script. An optimiser that runs scripts late leaves none current; then every script with the loader's address counts.
 * @type {HTMLScriptElement[]}
 */
const scripts = currentScript ? [currentScript] : [...document.querySelectorAll('script[src*="career-ladder.js"]')];

setHome(scripts[0]);
// In a microtask the call stack is short. Open developer tools, and Lighthouse, record the stack of every request and
// would parse this file again for it.
queueMicrotask(defineElement);
for (const find of [() => findForms(scripts), findFrames]) {
  // After the elements that are on the page already.
  setTimeout(find);
  addEventListener("DOMContentLoaded", find);
}
