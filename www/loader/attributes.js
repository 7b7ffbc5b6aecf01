// The attributes of the element that are its properties too.

/** Those that have few values; the first is the default. */
const VALUES = {
  start: ["ladder", "quiz"],
  loading: ["lazy", "eager"],
  theme: ["auto", "light", "dark"],
  storage: ["session", "none"],
};

const said = new Set();

/** Tells the site owner, on the console, once however many widgets have the same to say. */
export function say(level, message) {
  if (!said.has(message)) {
    said.add(message);
    console[level](`career-ladder: ${message}`);
  }
}

/** An attribute's value, or its default where it is none of the known ones. */
export function value(element, name) {
  const value = element.getAttribute(name);
  const known = VALUES[name];
  if (!known || known.includes(value)) {
    return value;
  }
  if (value !== null) {
    say("warn", `${name}="${value}" is unknown; use ${known.join(" or ")}`);
  }
  return known[0];
}

/** Names of attributes and of the properties that mirror them. */
const NAMES = [...Object.keys(VALUES), "ladder", "src", "seed", "assets", "share-url"].map((name) => {
  return [name, name.replace("-url", "Url")];
});

/** Gives a class the properties. */
export function mirror({ prototype }) {
  for (const [name, property] of NAMES) {
    Object.defineProperty(prototype, property, {
      get() {
        return this.getAttribute(name) ?? "";
      },
      set(value) {
        this.setAttribute(name, value);
      },
      configurable: true,
      enumerable: true,
    });
  }
}

/** Takes over what was set as a plain property before the element was defined. */
export function adopt(element) {
  for (const [, property] of NAMES) {
    if (Object.hasOwn(element, property)) {
      const value = element[property];
      delete element[property];
      element[property] = value;
    }
  }
}
