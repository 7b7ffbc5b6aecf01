// @ts-check
// Messages for the site owner on the browser's console.

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
