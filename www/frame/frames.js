// @ts-check
// Beside frames with our page: gives them the height they report, and fires their events on them. Messages of other frames
// are ignored. The loader imports this script on pages that have such frames.

const KEY = "career-ladder";
const page = new URL("embed.html", import.meta.url).href;

/** The frames with our page. */
function ourFrames() {
  return [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(page));
}

/**
 * Greets a frame. It answers the first greeting only; a frame that has not loaded yet gets none.
 * @param {HTMLIFrameElement} frame
 */
function greet(frame) {
  frame.contentWindow?.postMessage({ [KEY]: "hello" }, "*");
}

/** @param {MessageEvent} event */
function receive({ data, origin, source }) {
  const message = data?.[KEY];
  const isSender = (/** @type {HTMLIFrameElement} */ frame) =>
    frame.contentWindow === source && new URL(frame.src).origin === origin;
  const frame = message && ourFrames().find(isSender);
  if (!frame) {
    return;
  }
  if (message.height > 0) {
    frame.style.height = `${message.height}px`;
    // With `box-sizing: border-box` the height includes borders, which the content needs on top.
    frame.style.height = `${2 * message.height - frame.clientHeight}px`;
  }
  if (/^ladder-[a-z]+$/.test(message.event)) {
    frame.dispatchEvent(new CustomEvent(message.event, { bubbles: true, detail: message.detail }));
  }
  greet(frame);
}

addEventListener("message", receive);
ourFrames().forEach(greet);
