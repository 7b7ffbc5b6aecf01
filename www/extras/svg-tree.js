// @ts-check
// Reads the picture's SVG file. Pages with Trusted Types allow no parser of markup, and this file is one that the core has
// written: an element a line, attributes in double quotes, and nothing inside but text.

const ENTITIES = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"' });

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);
}

/**
 * The elements of an SVG file as a tree for `paint`.
 * @param {string} svg
 * @returns {[tag: string, attributes: Record<string, string>, ...children: [string, Record<string, string>, ...string[]][]]}
 */
export function svgTree(svg) {
  const elements = [...svg.matchAll(/<(\w+)([^>]*?)\/?>([^<\n]*)/g)].map(
    ([, tag, attributes, text]) =>
      /** @type {[string, Record<string, string>, ...string[]]} */ ([
        tag,
        attributesIn(attributes),
        ...(text ? [unescaped(text)] : []),
      ]),
  );
  const [[tag, attributes], ...children] = elements;
  return [tag, attributes, ...children];
}

/** @param {string} text */
function attributesIn(text) {
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const [, name, value] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    // The element is made in the SVG namespace anyway.
    if (name !== "xmlns") {
      attributes[name] = unescaped(value);
    }
  }
  return attributes;
}
