// @ts-check
// The styles of screens that only the program shows, and of animations.
/* global __CSS__ */

const styles = new CSSStyleSheet();
styles.replaceSync(__CSS__);

/**
 * Puts the styles after those of the prerendered screens, in place of those of an earlier program; returns whether there was none.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const [prerendered, earlier] = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [prerendered, styles];
  return !earlier;
}
