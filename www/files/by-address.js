// @ts-check
// How scripts get the files of the build: by their addresses. The packages have other ways (`packaged.js`, `inside.js`), and
// the build decides which of them the name `files` means.

/**
 * Requests a file.
 * @param {string} address
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export const request = (address, options) => fetch(address, options);

/**
 * Imports a script.
 * @param {string} address
 * @returns {Promise<any>}
 */
export const importScript = (address) => import(address);
