// The keys we use are not the page's: its shortcuts would open a search in the middle of an answer, or hold the arrows.

/** Whether the browser itself does something with a key on one of our controls. */
function isUsed({ key, target }) {
  return (key === " " || key === "Enter")
    ? target.matches("button, summary, input")
    : key.startsWith("Arrow") && target.matches("input");
}

/** Stops at `root` what is used inside of it, from now on; keys typed in the page's own content go on. */
export function keepKeys(root) {
  let used;
  root.addEventListener("keydown", ({ key }) => (used = key), true);
  for (const name of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(name, (event) => {
      if (name === "keydown") {
        // The program stops those it uses itself, so they do not come here.
        const { target, ctrlKey, altKey, metaKey } = event;
        used = !ctrlKey && !altKey && !metaKey && root.contains(target) && isUsed(event) && event.key;
      }
      if (event.key === used) {
        event.stopPropagation();
      }
    });
  }
  return true;
}
