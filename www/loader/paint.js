// Builds what the build prerendered. No markup is parsed, so Trusted Types and XHTML are content.

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** A node from its compact form: a text, or [tag, attributes or 0, ...children]. */
export function paint(tree, space = HTML) {
  if (typeof tree === "string") {
    return document.createTextNode(tree);
  }
  const [tag, attributes, ...children] = tree;
  const own = tag === "svg" ? SVG : space;
  const element = document.createElementNS(own, tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    element.setAttribute(name, value);
  }
  element.append(...children.map((child) => paint(child, own)));
  return element;
}
