// @ts-check
// Messages for the site owner on the browser's console.

/**
 * The sentence about a file that did not arrive. It must not depend on a file itself.
 * @param {string} url
 * @param {number} [status] of the server's response; 0 without one
 */
export function notLoaded(url, status = 0) {
  return `${url} did not load${status ? ` (${status})` : ""}; if the script moved, set "data-assets"`;
}

const logged = new Set();

/**
 * Logs a message once a page, however many widgets report it.
 * @param {"warn" | "error"} level
 * @param {string} message
 */
export function logOnce(level, message) {
  if (!logged.has(message)) {
    logged.add(message);
    console[level](`career-ladder: ${message}`);
  }
}
