// @ts-check
// The files of the build, for a script of a package: whoever runs it gives them.
/* global __FILES__ */

export const { request, importScript } = __FILES__;

/**
 * The address of a file; its name does.
 * @param {string} name
 */
export const addressBeside = (name) => name;
