// What the program cannot do itself: waiting for a frame, storing, copying, sharing.

import { forget, remember, save } from "./keep.js";

/** Does something that may be refused, or not be there at all; tells the program how it went. */
async function attempt(live, about, url, act) {
  try {
    await act();
    live.told(about, true, url);
  } catch (error) {
    const closed = about === "share" && error.name === "AbortError";
    live.told(closed ? "closed" : about, closed, url);
  }
}

/** The address with which an outcome is shared; tells the page. */
function shared({ widget }, method, fragment) {
  let url = new URL(location.href);
  const told = widget.value("share-url");
  if (told && URL.canParse(told, document.baseURI)) {
    url = new URL(told, document.baseURI);
  }
  url.hash = fragment;
  widget.tell("share", { method, url: url.href });
  return url.href;
}

/** By the names under which the program asks for them. They act at once: browsers allow it while the reader's click lasts. */
export const EFFECTS = {
  drawn(live) {
    if (live.widget.element.shadowRoot.activeElement) {
      requestAnimationFrame(() => setTimeout(() => live.painted()));
    } else {
      // The focus went with the last question: keys would go to the page until it is on the next one.
      queueMicrotask(() => live.painted());
    }
  },
  kept(live, answers) {
    if (live.link) {
      live.link = "";
      live.widget.links.text = "";
    }
    live.kept.answers = answers;
    save(live.kept);
  },
  share(live, { method, fragment, title, text }) {
    const url = shared(live, method, fragment);
    attempt(live, method, url, () =>
      method === "copy" ? navigator.clipboard.writeText(url) : navigator.share({ title, text, url }),
    );
  },
  mailed(live, { fragment }) {
    shared(live, "email", fragment);
  },
  copy(live, text) {
    attempt(live, "plan", "", () => navigator.clipboard.writeText(text));
  },
  remember(live, wanted) {
    if (wanted) {
      live.told("remember", remember(live.kept));
    } else {
      forget(live.kept);
      live.told("forget", true);
    }
  },
};
