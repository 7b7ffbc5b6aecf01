// Light or dark: what the page around the widget is.

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** How light a computed colour is, 0 to 1, or nothing for one that shows what is behind it. */
function lightness(color) {
  const [, name, space, list] = /^(\w+)\((?:([a-z][\w-]*) )?(.*)\)$/.exec(color) || [];
  if (!name) {
    return undefined;
  }
  const [a, b, c, alpha = 1] = list.split(/[\s,/]+/).map((part) => parseFloat(part) / (part.endsWith("%") ? 100 : 1));
  if (alpha < 0.5) {
    return undefined;
  }
  if (/^(ok)?l(ab|ch)$/.test(name)) {
    return a > 1 ? a / 100 : a;
  }
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) / (space ? 1 : 255);
}

/** Whether what lies behind an element is dark; where nothing says, whether the reader prefers it. */
export function isDark(element) {
  for (let node = element; node; node = node.assignedSlot || node.parentElement || node.getRootNode().host) {
    const light = lightness(getComputedStyle(node).backgroundColor);
    if (light !== undefined) {
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
