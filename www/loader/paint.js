// @ts-check
// Builds prerendered nodes. No markup is parsed, so this works under Trusted Types and in XHTML.

/**
 * Builds a node from its compact form; a text stays one.
 * @param {Tree} tree
 * @param {((parent: Element, child: Tree) => unknown) | null} [postpone] returns true for a child that it will append itself
 * @param {boolean} [isSvg] whether the node is inside an SVG
 * @returns {any}
 */
export function paint(tree, postpone, isSvg) {
  if (typeof tree === "string") {
    return tree;
  }
  const [tag, attributes, ...children] = /** @type {[string, Record<string, string>, ...Tree[]]} */ (tree);
  isSvg ||= tag === "svg";
  const element = document.createElementNS(`http://www.w3.org/${isSvg ? "2000/svg" : "1999/xhtml"}`, tag);
  for (const name in attributes) {
    element.setAttribute(name, attributes[name]);
  }
  for (const child of children) {
    if (!postpone?.(element, child)) {
      element.append(paint(child, postpone, isSvg));
    }
  }
  return element;
}
