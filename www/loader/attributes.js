// @ts-check
// The attributes of the element that are also its properties.

import { assetsFolder } from "./folder.js";
import { logOnce } from "./log.js";
import { sentence } from "./sentence.js";

/**
 * The attributes with a fixed set of values; the first value is the default.
 * @type {Record<string, any[]>}
 */
const VALUES = {
  start: ["ladder", "quiz"],
  loading: ["lazy", "eager"],
  theme: ["auto", "light", "dark"],
  storage: ["session", "none"],
};

/**
 * Whether a value is there. Templates and frameworks write `null`, `undefined`, `false` or nothing for one that is not.
 * @param {any} value
 */
function isGiven(value) {
  return !/^(null|undefined|false)?$/.test(value);
}

/**
 * The value of an attribute; the default, with a warning, for an unknown value.
 * @param {Element} element
 * @param {string} name
 * @returns {any} a text; undefined for a missing attribute without a default
 */
export function attributeValue(element, name) {
  const value = element.getAttribute(name);
  const known = VALUES[name];
  if (!isGiven(value)) {
    return known?.[0];
  }
  if (!known || known.includes(value)) {
    return value;
  }
  const base = assetsFolder(attributeValue(element, "assets"));
  sentence(base, "unknownValue", name, value, known).then((text) => logOnce("warn", text));
  return known[0];
}

/** Pairs of an attribute's name and the property that mirrors it: a text, but `debug` is true or false. */
const MIRRORED = [...Object.keys(VALUES), "ladder", "src", "seed", "assets", "share-url", "debug"].map((name) => {
  return [name, name.replace("-url", "Url")];
});

/**
 * Gives the element's class the properties.
 * @param {{ prototype: Element }} elementClass
 */
export function mirrorAttributes({ prototype }) {
  for (const [name, property] of MIRRORED) {
    Object.defineProperty(prototype, property, {
      get() {
        const value = this.getAttribute(name);
        return name === "debug" ? !/^(null|undefined|false)$/.test(value) : value ?? "";
      },
      set(value) {
        isGiven(value) ? this.setAttribute(name, value) : this.removeAttribute(name);
      },
      configurable: true,
      enumerable: true,
    });
  }
}

/**
 * Turns plain properties that the page set before the element was defined into attributes.
 * @param {any} element
 */
export function adoptProperties(element) {
  for (const [, property] of MIRRORED) {
    if (Object.hasOwn(element, property)) {
      const value = element[property];
      delete element[property];
      // Scripts that read a property and write it back leave `undefined` beside the attribute.
      if (value !== undefined) {
        element[property] = value;
      }
    }
  }
}
