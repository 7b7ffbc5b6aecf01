// Assertions.

/**
 * @param {any} condition
 * @param {string} message
 * @returns {asserts condition}
 */
export function expect(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

/**
 * @param {any} actual
 * @param {any} expected
 * @param {string} what
 */
export function expectEqual(actual, expected, what) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  expect(is === should, `${what}: ${is} instead of ${should}`);
}
