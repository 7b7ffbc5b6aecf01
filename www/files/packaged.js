// @ts-check
// The files of the build in the npm package. Bundlers find those that `files.js` names, and copy each of them once. Files in a
// folder that the site owner named have addresses, and are found by them.

import { importByAddress, scripts, urls } from "career-ladder-files";

/**
 * Requests a file.
 * @param {string} address
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export const request = (address, options) => fetch(Object.hasOwn(urls, address) ? urls[address]() : address, options);

/**
 * Imports a script. One of the package is a function that makes a fresh module, which starts another wasm instance.
 * @param {string} address what follows `?` or `#` is for the browser's memory of scripts alone
 * @returns {Promise<any>}
 */
export async function importScript(address) {
  const [name] = address.split(/[?#]/);
  return Object.hasOwn(scripts, name) ? (await scripts[name]()).default({ request, importScript }) : importByAddress(address);
}
