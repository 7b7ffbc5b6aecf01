// @ts-check
// Private links. An address with `career-ladder-<ladder>_<code>` in its fragment shows the outcome that the code stands for.

/** @import { LadderHost } from "./host.js" */

/**
 * @typedef {object} Links
 * @property {RegExp} linkPattern splits a fragment into what is before the link, the link, and what is behind it
 * @property {string} linkText the link in the page's address; empty once the reader has acted on its outcome
 * @property {string | false} [scrolledTo] the link whose outcome was brought into view; undefined before the first one
 * @property {(ladder: string | null) => boolean} isFor whether the link belongs to a ladder
 * @property {(host: LadderHost) => string} claim the link, if this widget shows it; else empty
 * @property {(host: LadderHost) => void} drop forgets the link if this widget shows it
 */

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

/**
 * The page's address without its fragment, but with the route of a router that lives in the fragment.
 * @type {string}
 */
let page;

/**
 * The link in the address when it was last read.
 * @type {string}
 */
let lastLink;

/** @type {Links} */
export const links = {
  // Every code ends in a letter. Mail programs and chats add what follows it.
  linkPattern: /[#?&](career-ladder-[\w-]+[a-z])[^&]*/i,
  linkText: "",

  isFor(ladder) {
    return this.linkText.startsWith(`career-ladder-${ladder}_`);
  },

  claim(host) {
    // Some routers change the address only after they inserted the next page.
    readLink();
    const { ladderId } = host;
    // Only the program knows the id of a site owner's own ladder, so it gets every link.
    if (ladderId) {
      if (!this.isFor(ladderId)) {
        return "";
      }
      // The first widget of the link's ladder shows it.
      claimant = claimant?.element.isConnected ? claimant : host;
      if (claimant !== host) {
        return "";
      }
    }
    return this.linkText;
  },

  drop(host) {
    if (claimant === host) {
      this.linkText = "";
    }
  },
};

/**
 * Reads the link of the page's address if it is a new one, or if a script went on to another page. No event tells of that; a
 * script that only takes the link out of the address leaves it in force.
 */
export function readLink() {
  const { pathname, search, hash } = location;
  const [before, link = ""] = hash.split(links.linkPattern);
  const isOtherPage = page !== (page = pathname + search + (/^#[!/]/.test(before) && before));
  const isOtherLink = lastLink !== (lastLink = link) && link;
  if (isOtherPage || isOtherLink) {
    if (!isOtherPage) {
      // The reader follows a link on the page.
      links.scrolledTo = "";
    }
    links.linkText = link;
    claimant = null;
    connectedHosts.forEach(
      (host) => (links.claim(host) || (isOtherPage && host.currentStatus.program?.link)) && host.restart(),
    );
  }
}
