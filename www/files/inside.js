// @ts-check
// The files of the build inside the standalone script. It knows them by name, wherever it lies.
/* global __INSIDE__ */

/** @param {string} address */
const nameOf = (address) => address.split(/[?#]/)[0].split("/").pop() ?? "";

/** @param {string} name */
const isThere = (name) => Object.hasOwn(__INSIDE__.files, name);

/**
 * Requests a file.
 * @param {string} address
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export async function request(address, options) {
  const packed = __INSIDE__.files[nameOf(address)];
  if (!packed) {
    return fetch(address, options);
  }
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/**
 * Imports a script, by a function that makes a fresh module.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function importScript(address) {
  const make = __INSIDE__.scripts[nameOf(address)];
  return make ? make({ request, importScript, isThere }) : import(address);
}
