// Light or dark: what the page around the widget is.

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** How light a computed colour is, 0 to 1; not a number for one that shows what is behind it. */
function lightness(color) {
  // The name of a colour space may have digits: `color(display-p3 1 1 1)`.
  const numbers = color.replace(/^color\(\S+/, "").match(/-?[\d.]+(e-\d+)?/g) || [];
  const [a, b, c, alpha = 1] = numbers.map(Number);
  const light = /l(ab|ch)/.test(color) ? a : 0.2126 * a + 0.7152 * b + 0.0722 * c;
  return alpha < 0.5 ? NaN : light / (/^rgb/.test(color) ? 255 : /^l/.test(color) ? 100 : 1);
}

/** Whether what lies behind an element is dark; where nothing says, whether the reader prefers it. */
export function isDark(element) {
  for (let node = element; node; node = node.assignedSlot || node.parentElement || node.getRootNode().host) {
    const light = lightness(getComputedStyle(node).backgroundColor);
    if (light >= 0) {
      return light < 0.5;
    }
  }
  return prefersDark.matches;
}

/** Calls back when the page may have switched; gives what ends it. */
export function onSwitch(look) {
  const observer = new MutationObserver(look);
  for (const root of [document.documentElement, document.body]) {
    if (root) {
      observer.observe(root, { attributes: true });
    }
  }
  prefersDark.addEventListener("change", look);
  return () => {
    observer.disconnect();
    prefersDark.removeEventListener("change", look);
  };
}
