// @ts-check
// Private links. An address that ends in `#career-ladder-<ladder>_<code>` shows the outcome that the code stands for.

/** @import { LadderHost } from "./host.js" */

/**
 * @typedef {object} Links
 * @property {string} text the fragment of the page's address if it is a link; empty once the reader has acted on its outcome
 * @property {boolean} [hasScrolled] whether the page was scrolled to the outcome
 * @property {(ladder: string) => boolean} isFor whether the link belongs to a ladder
 * @property {(host: LadderHost) => string} claim the link, if this widget shows it; else empty
 */

const PREFIX = "#career-ladder-";

/**
 * The widgets on the page. They are told of links that arrive while it is open.
 * @type {Set<LadderHost>}
 */
export const connectedHosts = new Set();

/**
 * The widget that shows the link.
 * @type {LadderHost | null}
 */
let claimant;

/** @type {Links} */
export const links = {
  text: "",

  isFor(ladder) {
    return this.text.startsWith(`${PREFIX}${ladder}_`);
  },

  claim(host) {
    const { ladderId } = host;
    // The first widget of the link's ladder shows it.
    if (ladderId && this.isFor(ladderId) && !claimant?.element.isConnected) {
      claimant = host;
    }
    // Only the program knows the id of a site owner's own ladder, so it gets every link.
    return !ladderId || (this.isFor(ladderId) && claimant === host) ? this.text : "";
  },
};

function readLink() {
  links.text = location.hash.startsWith(PREFIX) ? location.hash : "";
  links.hasScrolled = false;
  claimant = null;
  connectedHosts.forEach((host) => links.claim(host) && host.restart());
}

/** Reads the link of the page's address, now and whenever it changes. */
export function listenForLinks() {
  readLink();
  addEventListener("hashchange", readLink);
}
