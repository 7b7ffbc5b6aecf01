// @ts-check
// Another attempt, after files did not arrive.

import { abandonRequests } from "./assets.js";
import { connectedHosts } from "./links.js";

/** Loads again what did not arrive, for every widget. */
export function retry() {
  abandonRequests();
  for (const host of connectedHosts) {
    if (host.currentStatus.name === "starting" || host.currentStatus.canRetry) {
      host.loadFiles(true);
    }
  }
}
