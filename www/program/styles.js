// What only the program shows, and what moves, is dressed when the program takes over.
/* global __CSS__ */

const styles = new CSSStyleSheet();
styles.replaceSync(__CSS__);

/** Puts the styles after those of the painted screens, in the place of those that an earlier program left. */
export function dress(root) {
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], styles];
}
