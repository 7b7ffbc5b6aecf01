// @ts-check
// Keys that a control in the widget uses are kept from the page. Its shortcuts could open a search in the middle of an
// answer, or cancel the arrow keys.

/**
 * A selector for the controls on which the browser itself uses a key. A `select` finds its options by letters.
 * @param {string} key
 */
function controlsUsing(key) {
  if (key === " " || key === "Enter") {
    return "a,button,summary,input,select";
  }
  if (key.startsWith("Arrow")) {
    return "input,select";
  }
  return key.length === 1 ? "select" : ":not(*)";
}

/**
 * The key that a control, or the program, uses right now.
 * @type {string | false}
 */
let ownKey;

/** @param {any} event */
function noteKey({ key }) {
  ownKey = key;
}

/** @param {any} event */
function stopOwnKey(event) {
  if (event.type === "keydown") {
    // Keys that the program uses do not get here: it stops them itself.
    const { key, target, currentTarget, ctrlKey, altKey, metaKey } = event;
    const isUsed = !ctrlKey && !altKey && !metaKey && currentTarget.contains(target) && target.matches(controlsUsing(key));
    ownKey = isUsed && key;
  }
  if (event.key === ownKey) {
    event.stopPropagation();
  }
}

/**
 * From now on stops the events of used keys at `root`; keys typed in the page's slotted content go on. Doing so again changes
 * nothing, since the listeners are the same.
 * @param {ShadowRoot} root
 */
export function stopOwnKeys(root) {
  root.addEventListener("keydown", noteKey, true);
  for (const name of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(name, stopOwnKey);
  }
}
