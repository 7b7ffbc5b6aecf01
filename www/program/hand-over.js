// The live screen takes the place of the one that stood. Where they are the same, what the reader did to the old one is
// done to the new one.

/** All that a reader can act on, or that can have the focus, in order. */
function controls(node) {
  return [...node.querySelectorAll("a,button,details,input,select,summary,[tabindex]")];
}

export function handOver(wrap, live, clicked) {
  const before = controls(wrap);
  const after = controls(live);
  const { activeElement, host } = wrap.getRootNode();
  const focused = before.indexOf(activeElement);
  const isHeld = host.matches(":focus-within");
  wrap.replaceChildren(live);
  // What stands beside a question comes last, and may not have been painted yet.
  if (!before.length || before.some((control, place) => control.textContent !== after[place]?.textContent)) {
    // What had the focus is gone, but the reader is still here.
    if (isHeld) {
      after[0]?.focus({ preventScroll: true });
    }
    return;
  }
  // What is new on the screen moves into its place; nothing here is new.
  live.querySelector(".question-body")?.classList.add("no-animation");
  const pressed = after[before.indexOf(clicked)];
  // A press moves the focus itself, and each move has the browser lay the page out.
  const focus = () => pressed || after[focused]?.focus({ preventScroll: true });
  focus();
  before.forEach((control, place) => {
    const same = after[place];
    if (control.open) {
      same.open = true;
    }
    if (control.checked && !same.checked) {
      same.click();
      // The program puts the focus on what was chosen; the reader may have gone on.
      same.addEventListener("focus", focus, { once: true });
    }
  });
  pressed?.click();
}
