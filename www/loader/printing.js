// @ts-check
// Printing. A widget far below has shown nothing yet when the reader prints the page.

import { connectedHosts } from "./links.js";

/** From now on starts every widget before the page is printed. A screen that is part of the loader is there at once. */
export function listenForPrinting() {
  addEventListener("beforeprint", () => connectedHosts.forEach((host) => host.startWaiting()));
}
