// @ts-check
// The effects that the program requests: waiting for a frame, storing, copying, sharing.

import { openExtra } from "./extras.js";
import { forget, remember, save } from "./storage-write.js";
import { windowOf } from "./window.js";

/** @import { MountedProgram } from "./mounted.js" */

/**
 * Performs an effect that the browser may refuse, or not know at all, and reports the result to the program.
 * @param {MountedProgram} program
 * @param {string} effect
 * @param {string} url
 * @param {() => Promise<void>} act
 */
async function perform(program, effect, url, act) {
  try {
    await act();
    program.finishEffect(effect, true, url);
  } catch (/** @type {any} */ error) {
    const isCancelled = effect === "share" && error.name === "AbortError";
    program.finishEffect(isCancelled ? "cancelled" : effect, isCancelled, url);
  }
}

/**
 * Makes the address of an outcome and tells the page of it.
 * @param {MountedProgram} program
 * @param {string} method
 * @param {string} fragment the link as a fragment of its own
 */
function shareUrl({ host }, method, fragment) {
  const link = fragment.slice(1);
  const target = host.attribute("share-url");
  const isElsewhere = target && URL.canParse(target, document.baseURI);
  const url = new URL(isElsewhere ? target : location.href, document.baseURI);
  const [before, , after = ""] = url.hash.split(host.links.linkPattern);
  // Where a router lives in the fragment, the page would be another one without its route.
  const isKept = isElsewhere ? before : /^#[!/]/.test(before);
  url.hash = isKept ? before + (before.includes("?") ? "&" : "?") + link + after : link;
  host.emit("share", { method, url: url.href });
  return url.href;
}

/**
 * By the names that the program calls them. They act at once: browsers allow it only during the reader's click.
 * @type {Record<string, (program: MountedProgram, detail: any) => void>}
 */
export const EFFECTS = {
  drawn(program) {
    if (/** @type {ShadowRoot} */ (program.host.element.shadowRoot).activeElement) {
      windowOf(program.host).requestAnimationFrame(() => setTimeout(() => program.painted()));
    } else {
      // The focus was lost with the last question. Until it is on the next one, keys would go to the page.
      queueMicrotask(() => program.painted());
    }
  },
  save(program, snapshot) {
    if (program.link) {
      program.link = "";
      program.host.links.linkText = "";
    }
    program.session.snapshot = snapshot;
    save(program.session);
  },
  share(program, { method, fragment, title, text }) {
    const url = shareUrl(program, method, fragment);
    perform(program, method, url, () =>
      method === "copy" ? navigator.clipboard.writeText(url) : navigator.share({ title, text, url }),
    );
  },
  emailed(program, { method, fragment, title }) {
    const url = shareUrl(program, method, fragment);
    const link = document.createElement("a");
    link.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`;
    link.click();
  },
  copyPlan(program, text) {
    perform(program, "plan", "", () => navigator.clipboard.writeText(text));
  },
  extra(program, { kind, own, title, text }) {
    const other = program.link && `#${program.link}`;
    // After the program has drawn what a print needs.
    setTimeout(() => openExtra(program, kind, { own, other, title, text }));
  },
  // The private link of the result to remember; null to forget.
  remember(program, fragment) {
    if (fragment) {
      program.finishEffect("remember", remember(program.session, fragment));
    } else {
      forget(program.session);
      program.finishEffect("forget", true);
    }
  },
};
