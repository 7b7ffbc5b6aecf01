// @ts-check
// The effects that the program requests: waiting for a frame, storing, copying, sharing.

import { checklist, openExtra } from "./extras.js";
import { forget, remember, save } from "./storage-write.js";
import { windowOf } from "./window.js";

/** @import { MountedProgram } from "./mounted.js" */

/**
 * Performs an effect that the browser may refuse, or not know at all, and reports the result to the program.
 * @param {MountedProgram} program
 * @param {string} effect
 * @param {string | Promise<string>} text that the reader may copy by hand
 * @param {() => Promise<void>} act
 */
async function perform(program, effect, text, act) {
  let isDone = true;
  try {
    await act();
  } catch (/** @type {any} */ error) {
    isDone = effect === "share" && error.name === "AbortError";
    effect = isDone ? "cancelled" : effect;
  }
  program.finishEffect(effect, isDone, await text);
}

/**
 * Copies a text that is still to come. The browser takes it as a promise, since it allows copying only during the reader's
 * click.
 * @param {Promise<string>} text
 */
async function copy(text) {
  if (!window.ClipboardItem) {
    return navigator.clipboard.writeText(await text);
  }
  const file = text.then((text) => new Blob([text], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": file })]);
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
  rendered(program, focus) {
    program.rendered(focus);
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
  copyPlan(program) {
    const text = checklist(program);
    // Without a text the program says that it has not arrived.
    perform(program, "plan", text.catch(() => ""), () => copy(text));
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
