// @ts-check
// The problems of a ladder, or of the way to it, in sentences.

/**
 * A problem in one line. One in a file that the ladder extends begins with that file's address.
 * @param {LadderProblem} problem
 */
export function summaryLine({ severity, file, line, column, path, message }) {
  return `${file ? `${file}:` : ""}${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}`;
}

/**
 * What the author can do about a file that did not arrive, one sentence each.
 * @param {string} url
 * @param {number} status of the server's response; 0 without one
 */
export function adviceOnFetching(url, status) {
  if (status > 499) {
    return ["Look at the server: it failed. The widget asks again at the next load."];
  }
  if (status === 401 || status === 403) {
    return ["Let the server give the file to every reader. It gets cookies only if it is the page's own origin."];
  }
  if (status) {
    return ['Check the address. One in "src" is relative to the page, one in "extends" to the file that it is in.'];
  }
  if (location.protocol === "file:") {
    return ["Serve the page: one that is opened from a disk cannot fetch files. Or put the ladder inside the element."];
  }
  const isForeign = new URL(url).origin !== location.origin;
  return [
    "Open the address in a new tab. If the file is not there, check the address and the server.",
    ...(isForeign ? ['If it is there, have its server send the header "Access-Control-Allow-Origin: *".'] : []),
    "If your page has a Content-Security-Policy, allow the address in connect-src.",
  ];
}
