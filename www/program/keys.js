// The keys we use are not the page's: its shortcuts would open a search in the middle of an answer, or hold the arrows.

/** The controls on which the browser itself does something with a key; a list finds its choices by letters. */
function usedOn(key) {
  if (key === " " || key === "Enter") {
    return "a,button,summary,input,select";
  }
  if (key.startsWith("Arrow")) {
    return "input,select";
  }
  return key.length === 1 ? "select" : ":not(*)";
}

/** Stops at `root` what is used inside of it, from now on; keys typed in the page's own content go on. */
export function keepKeys(root) {
  let used;
  root.addEventListener("keydown", ({ key }) => (used = key), true);
  for (const name of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(name, (event) => {
      if (name === "keydown") {
        // The program stops those it uses itself, so they do not come here.
        const { key, target, ctrlKey, altKey, metaKey } = event;
        const isOurs = !ctrlKey && !altKey && !metaKey && root.contains(target) && target.matches(usedOn(key));
        used = isOurs && key;
      }
      if (event.key === used) {
        event.stopPropagation();
      }
    });
  }
  return true;
}
