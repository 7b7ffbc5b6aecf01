// @ts-check
// Sentences for the site owner are in a file that only pages with a mistake fetch.

import { importScript } from "files";

/**
 * What a function of `messages.js` returns, mostly a text; if that file does not arrive, its name and what it is about.
 * @param {string} base the folder of the files
 * @param {keyof typeof import("../messages/messages.js")} name
 * @param {any[]} values what it is about comes first
 * @returns {Promise<any>}
 */
export async function sentence(base, name, ...values) {
  try {
    return (await importScript(`${base}messages.js`))[name](...values);
  } catch {
    return `${name}: ${values.slice(0, 2)}`;
  }
}
