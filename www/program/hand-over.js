// @ts-check
// Replaces the prerendered screen by the program's. If both have the same controls, the reader's input goes over to the new
// ones.

/**
 * The controls and focusable elements, in order.
 * @param {Element} node
 * @returns {any[]}
 */
function controls(node) {
  return [...node.querySelectorAll("a,button,details,input,select,summary,[tabindex]")];
}

/**
 * What a control is. Its words do not tell: a translator may have changed those on the screen.
 * @param {Element} [control]
 */
function kind(control) {
  return control && control.localName + control.getAttribute("class");
}

/**
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} node of the program
 * @param {Element | null} [clicked] the button of the reader's last click
 */
export function handOver(wrapper, node, clicked) {
  const before = controls(wrapper);
  const after = controls(node);
  const root = /** @type {ShadowRoot} */ (wrapper.getRootNode());
  const { activeElement, host } = root;
  const focused = after[before.indexOf(activeElement)];
  const isFocused = host.matches(":focus-within");
  wrapper.replaceChildren(node);
  // The diagram beside a question comes last, and may not have been painted yet: more controls after are no difference.
  if (!before.length || before.some((control, index) => kind(control) !== kind(after[index]))) {
    // The focused element is gone, but the reader is still here. A hidden control takes no focus.
    if (isFocused) {
      after.find((control) => (control.focus({ preventScroll: true }), root.activeElement));
    }
    return;
  }
  // A new question is animated; this one has been on the screen.
  node.querySelector(".question-body")?.classList.add("no-animation");
  repeatInput(before, after, focused, after[before.indexOf(clicked)]);
}

/**
 * Repeats the reader's input on the new controls.
 * @param {any[]} before
 * @param {any[]} after
 * @param {HTMLElement | undefined} focused
 * @param {HTMLElement | undefined} clicked
 */
function repeatInput(before, after, focused, clicked) {
  // A click moves the focus by itself, and the browser lays out the page for each move.
  const focus = () => clicked || focused?.focus({ preventScroll: true });
  focus();
  before.forEach((control, index) => {
    const same = after[index];
    if (control.open) {
      same.open = true;
    }
    if (control.checked && !same.checked) {
      same.click();
      // The program focuses the selected option; the reader's focus may be elsewhere by now.
      same.addEventListener("focus", focus, { once: true });
    }
  });
  clicked?.click();
}
