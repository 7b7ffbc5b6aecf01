// @ts-check
// The files of the build, for a script of a package: whoever runs it gives them.
/* global __FILES__ */

/** `isThere` says whether a file of the build is there; without it all are. */
export const { request, importScript, isThere = () => true } = __FILES__;

/**
 * The address of a file; its name does.
 * @param {string} name
 */
export const addressBeside = (name) => name;
