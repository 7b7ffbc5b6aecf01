// @ts-check
// Where the files of the build lie. The loader's own address tells, unless an optimiser moved the loader or merged it into
// another script; then the site owner says it.
/* global __BASE__, __VERSION__ */

/** The folder of the loader; empty for one in a package, which knows its files by name. */
let loaderFolder = "";

/** The folder in which it looks for the other files. */
let home = "";

/**
 * The folder that the loader's script names.
 * @type {string | undefined}
 */
let named;

/** Whether a newer loader may take the place of this one. A page that pins a version wants that version alone. */
export let isPinned = true;

/**
 * Notes where the loader lies.
 * @param {HTMLScriptElement | undefined} script the loader's script, if there is one
 */
export function setHome(script) {
  // An optimiser may run the script from a `data:` address, which has no folder. `import()` leaves no script, but a call stack
  // names the file: "at https://…/career-ladder.js:1:2".
  const address =
    /^(http|file)\S+/.exec(/** @type {any} */ (script?.src))?.[0] ||
    /(https?|file):\S+?(?=:\d+:\d)/.exec(/** @type {any} */ (Error().stack))?.[0];
  loaderFolder = new URL(".", address || document.baseURI).href;
  home = new URL(__BASE__, loaderFolder).href;
  named = script?.dataset.assets;
  isPinned = !!script?.integrity || loaderFolder.includes(__VERSION__);
}

/**
 * The folder with the newest loader and the pages, for a loader whose other files are in `base`.
 * @param {string} base
 */
export function pagesFolder(base) {
  return base === home ? loaderFolder : base;
}

/**
 * The folder of the other files.
 * @param {string | null} [assets] what the element says of it
 */
export function assetsFolder(assets) {
  /** @type {HTMLMetaElement | null} */
  const meta = document.querySelector('meta[name="career-ladder-assets"]');
  const folder = assets || named || meta?.content;
  return folder ? new URL(folder.replace(/\/?$/, "/"), document.baseURI).href : home;
}
