// Beside frames with our page in them: they become as high as they say, and their events are fired on them. Nobody else
// is heard. The loader fetches this where there are such frames.

const KEY = "career-ladder";
const page = new URL("embed.html", import.meta.url).href;

/** The frames that hold our own page. */
function ours() {
  return [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(page));
}

/** A frame hears only the first greeting; one that has not loaded yet hears none. */
function greet(frame) {
  frame.contentWindow?.postMessage({ [KEY]: "hello" }, "*");
}

function hear({ data, origin, source }) {
  const said = data?.[KEY];
  const frame = said && ours().find((frame) => frame.contentWindow === source && new URL(frame.src).origin === origin);
  if (!frame) {
    return;
  }
  if (said.height > 0) {
    frame.style.height = `${said.height}px`;
    // Where borders count as height, they are no room for the content.
    frame.style.height = `${2 * said.height - frame.clientHeight}px`;
  }
  if (/^ladder-[a-z]+$/.test(said.event)) {
    frame.dispatchEvent(new CustomEvent(said.event, { bubbles: true, detail: said.detail }));
  }
  greet(frame);
}

addEventListener("message", hear);
ours().forEach(greet);
