// The other ways to put a widget on a page, for systems that refuse unknown elements.

import { folder } from "./assets.js";

const TAG = "career-ladder";

function create(from, children) {
  const element = document.createElement(TAG);
  for (const { name, value } of from.attributes) {
    // A consent manager notes in `data-src` where the script was.
    if (name.startsWith("data-") && !(name === "data-src" && /career-ladder\.js/.test(value))) {
      element.setAttribute(name.slice(5), value);
    }
  }
  element.append(...children);
  return element;
}

/** `<script data-ladder=…>`: a widget right after the script. */
export function fromScript(script) {
  if (script?.dataset.ladder !== undefined && script.nextElementSibling?.localName !== TAG) {
    script.after(create(script, []));
  }
}

/** `<div class="career-ladder" data-ladder=…>`: a widget in the place, with what was in it as its fallback. */
export function fromPlaceholders() {
  for (const place of document.querySelectorAll("div.career-ladder[data-ladder]")) {
    if (!place.querySelector(TAG)) {
      place.append(create(place, [...place.childNodes]));
    }
  }
}

/** Frames with our page in them: what they say is heard by a file of its own, which most pages do without. */
export function fromFrames() {
  if (document.querySelector('iframe[src*="embed.html"]')) {
    import(`${folder()}frames.js`).catch(() => 0);
  }
}
