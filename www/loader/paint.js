// Builds what the build prerendered. No markup is parsed, so Trusted Types and XHTML are content.

const SVG = "http://www.w3.org/2000/svg";

/** A node from its compact form: a text, or [tag, attributes or 0, ...children]. `wait` may keep a child from its parent. */
export function paint(tree, wait, isSvg) {
  if (typeof tree === "string") {
    return document.createTextNode(tree);
  }
  const [tag, attributes, ...children] = tree;
  isSvg ||= tag === "svg";
  const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const name in attributes) {
    element.setAttribute(name, attributes[name]);
  }
  for (const child of children) {
    if (!wait?.(element, child)) {
      element.append(paint(child, wait, isSvg));
    }
  }
  return element;
}
