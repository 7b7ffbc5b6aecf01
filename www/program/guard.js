// A program that traps stops in the middle of what it does, and nothing it holds can be relied on from then on. Nobody
// tells: but every way into it is one of its exports.

let broken = false;
let depth = 0;

/** Whether the program broke. */
export function isBroken() {
  return broken;
}

/** The exports of the program, which do nothing any more once one of them threw; `tell` hears of the first time. */
export function guarded(exports, tell) {
  const guard = (way) => (...given) => {
    depth++;
    try {
      if (!broken) {
        return way(...given);
      }
    } catch (error) {
      if (!broken) {
        broken = true;
        tell(error);
      }
      // Where the program was called from inside of itself, that must stop too. From outside it was the browser or we.
      if (depth > 1) {
        throw error;
      }
    } finally {
      depth--;
    }
    // The glue looks into some answers.
    return [];
  };
  const all = {};
  for (const [name, of] of Object.entries(exports)) {
    all[name] = typeof of === "function" ? guard(of) : of;
  }
  return all;
}
