// @ts-check
// Our style sheets in a shadow root.

/**
 * Style sheets by their text, shared by all widgets of a window.
 * @type {Map<string, any>}
 */
const sheets = new Map();

/**
 * Adopts styles, after earlier ones of ours and before those that others have adopted.
 * @param {Element} element
 * @param {Set<CSSStyleSheet>} own the sheets that the element has adopted from us
 * @param {string} css
 */
export function adoptStyles(element, own, css) {
  const shadow = /** @type {ShadowRoot} */ (element.shadowRoot);
  // A script may have moved the element into a frame or a pop-up, and style sheets belong to a window.
  const { CSSStyleSheet } = /** @type {any} */ (element.ownerDocument.defaultView);
  let sheet = sheets.get(css);
  if (!(sheet instanceof CSSStyleSheet)) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  own.add(sheet);
  shadow.adoptedStyleSheets = [...new Set([...own, ...shadow.adoptedStyleSheets])];
}
