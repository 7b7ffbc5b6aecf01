// @ts-check
// Where the files of the build lie, for a script that was imported from there. In the packages the name `beside` means
// `given.js`.

/**
 * The address of a file beside this script.
 * @param {string} name
 */
export const addressBeside = (name) => new URL(name, import.meta.url).href;

/**
 * Whether a file of the build is there: all are.
 * @param {string} _name
 */
export const isThere = (_name) => true;
