// @ts-check
// Sentences for the site owner are in a file that only pages with a mistake fetch.

import { importScript } from "files";

/**
 * A sentence of `messages.js`; if that file does not arrive, the name of the sentence and its values.
 * @param {string} base the folder of the files
 * @param {keyof typeof import("../messages/messages.js")} name
 * @param {any[]} values
 * @returns {Promise<any>}
 */
export async function sentence(base, name, ...values) {
  try {
    return (await importScript(`${base}messages.js`))[name](...values);
  } catch {
    return `${name}: ${values.slice(0, 2)}`;
  }
}
