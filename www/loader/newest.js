// @ts-check
// A loader from a cache may outlive the files that it names. It then imports the newest loader, whose host class takes the
// place of its own. An element whose program runs keeps both, so no program meets host code of another build.
/* global __GLUE__ */

import { importScript } from "files";
import { isPinned, pagesFolder } from "./folder.js";

/** @import { CareerLadder } from "./element.js" */
/** @import { LadderHost } from "./host.js" */

/** The registered class, which may be that of another loader. */
function registered() {
  return /** @type {typeof CareerLadder} */ (customElements.get("career-ladder"));
}

/**
 * Puts a host class into the registered class of another loader; returns whether that is outdated and needs it.
 * @param {typeof LadderHost} Host
 */
export function replaceHost(Host) {
  const element = registered();
  const isNeeded = (element.outdated ?? __GLUE__) !== __GLUE__;
  if (isNeeded) {
    element.Host = Host;
  }
  return isNeeded;
}

/**
 * The import of the newest loader.
 * @type {Promise<unknown> | undefined}
 */
let search;

/**
 * Imports the newest loader, once; returns whether it arrived. Its host class may replace this one.
 * @param {typeof LadderHost} Host
 * @param {string} base the folder of the files
 * @returns {Promise<unknown>}
 */
function importNewest(Host, base) {
  const element = registered();
  if (element.Host === Host) {
    element.outdated = __GLUE__;
  }
  // Another address than that of the loader in the cache.
  const address = `${pagesFolder(base)}career-ladder.js?${Date.now()}`;
  return (search ||= importScript(address).then(
    () => true,
    () => (search = undefined),
  ));
}

/**
 * Imports the newest loader; returns whether its host class has replaced this one.
 * @param {typeof LadderHost} Host
 * @param {string} base the folder of the files
 */
export async function findNewestLoader(Host, base) {
  const element = registered();
  if (!isPinned && element.Host === Host) {
    await importNewest(Host, base);
  }
  return element.Host !== Host;
}

/**
 * The search of this loader.
 * @type {Promise<unknown> | undefined}
 */
let formSearch;

/**
 * Has the newest loader look for forms, if the files of this one are gone; returns whether it does. The page does so once:
 * files of the newest loader may be missing too.
 * @param {typeof LadderHost} Host
 * @param {string} base the folder of the files
 */
export function findNewestForms(Host, base) {
  const element = registered();
  const none = Promise.resolve();
  return (formSearch ||= isPinned
    ? none
    : (element.formSearch ||= importNewest(Host, base).finally(() => (element.formSearch = none))));
}
