/** The script with a ladder of the page's own inside of an element. */
export function inline(element) {
  return [...element.children].find((child) => child.matches('script[type="application/json"]'));
}
