// @ts-check
// Beside frames with our page: gives them the height they report, and fires their events on them. Messages of other frames
// are ignored. The loader imports this script on pages that have such frames, and passes it the messages.

const KEY = "career-ladder";

/**
 * The address of our page.
 * @type {URL}
 */
let page;

/**
 * @typedef {object} Fitting what is known of a frame
 * @property {number} height the height of its widget
 * @property {[string, string]} own the height that the page has set in the frame's style, with its priority
 * @property {ResizeObserver} observer watches the frame, and the box that does not grow with it
 * @property {Element} [box] that box
 */

/** @type {WeakMap<HTMLIFrameElement, Fitting>} */
const fittings = new WeakMap();

/** @param {any} frame a window */
function greet(frame) {
  frame?.postMessage({ [KEY]: "hello" }, "*");
}

/**
 * The element of a frame; undefined in a closed shadow root.
 * @param {MessageEventSource | null} source
 * @param {Document | ShadowRoot} root
 * @returns {HTMLIFrameElement | undefined}
 */
function frameOf(source, root) {
  for (const element of /** @type {Iterable<any>} */ (root.querySelectorAll("*"))) {
    const isFrame = element.contentWindow === source;
    const found = isFrame ? element : element.shadowRoot && frameOf(source, element.shadowRoot);
    if (found) {
      return found;
    }
  }
}

/**
 * Whether our page sent a message. It may lie at another address than the frame names; a sandboxed page has no origin.
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 */
function isOurs(frame, origin) {
  return origin === page.origin || (origin === "null" && frame.src.startsWith(page.href));
}

/**
 * The parent in the flat tree.
 * @param {Element} element
 * @returns {Element | undefined}
 */
function parentOf(element) {
  return element.assignedSlot || element.parentElement || /** @type {any} */ (element.getRootNode()).host;
}

/**
 * The box that does not grow with a frame. It cuts the frame off; or it is the frame's parent, or a wrapper with nothing else
 * in it, so that the frame covers what follows.
 * @param {HTMLIFrameElement} frame
 */
function tooSmallBox(frame) {
  const { bottom } = frame.getBoundingClientRect();
  let isWrapper = true;
  for (let box = parentOf(frame); box && box !== document.body; box = parentOf(box)) {
    const { display, overflowY, position } = getComputedStyle(box);
    if (/auto|scroll/.test(overflowY)) {
      return undefined;
    }
    // Inline boxes and `contents` do not grow with what they hold.
    const isLeft = !/^(inline|contents)$/.test(display) && bottom > box.getBoundingClientRect().bottom + 1;
    if ((isLeft && (isWrapper || overflowY !== "visible")) || (position === "fixed" && bottom > innerHeight)) {
      return box;
    }
    isWrapper &&= parentOf(box)?.childElementCount === 1;
  }
  return undefined;
}

/**
 * Tries a height; returns whether the page lets the frame have it, and keeps it if so.
 * @param {HTMLIFrameElement} frame
 * @param {Fitting} fitting
 */
function tryHeight(frame, fitting) {
  const { height, own } = fitting;
  const computed = getComputedStyle(frame);
  const edges = ["padding-top", "padding-bottom", "border-top-width", "border-bottom-width"];
  const sum = edges.reduce((sum, edge) => sum + parseFloat(computed.getPropertyValue(edge)), 0);
  const extra = computed.boxSizing === "border-box" ? sum : 0;
  frame.style.height = `${height + extra}px`;
  const box = tooSmallBox(frame);
  if (box && box !== fitting.box) {
    fitting.box = box;
    fitting.observer.observe(box);
  }
  // A frame out of the flow moves nothing away.
  const fits = !box && !/absolute|fixed/.test(computed.position) && parseFloat(computed.height) - extra > height - 1;
  if (!fits) {
    frame.style.setProperty("height", ...own);
  }
  return fits;
}

/**
 * Makes a frame as high as its widget, or has it scroll.
 * @param {HTMLIFrameElement} frame
 * @param {Fitting} fitting
 */
function fit(frame, fitting) {
  const { style } = frame;
  const transition = propertyOf(frame, "transition");
  // In a transition the frame has not the height that it was given.
  style.setProperty("transition", "none", "important");
  const fits = tryHeight(frame, fitting);
  frame.getBoundingClientRect();
  style.setProperty("transition", ...transition);
  frame.contentWindow?.postMessage({ [KEY]: { fits } }, "*");
}

/**
 * A property in an element's own style, with its priority.
 * @param {HTMLElement} element
 * @param {string} name
 * @returns {[string, string]}
 */
function propertyOf({ style }, name) {
  return [style.getPropertyValue(name), style.getPropertyPriority(name)];
}

/**
 * Notes the height of a frame's widget, and from now on fits the frame whenever the page gives it another size.
 * @param {HTMLIFrameElement} frame
 * @param {number} height
 */
function resize(frame, height) {
  let fitting = fittings.get(frame);
  if (!fitting) {
    // Acting at once could make the browser report a loop.
    const observer = new ResizeObserver(() => setTimeout(() => fit(frame, /** @type {Fitting} */ (fitting))));
    fitting = { height, own: propertyOf(frame, "height"), observer };
    fittings.set(frame, fitting);
    observer.observe(frame);
  }
  fitting.height = height;
  fit(frame, fitting);
}

/**
 * Acts on a message, and greets the frames that had reported themselves before this script was there.
 * @param {MessageEvent | undefined} event
 * @param {string} pages the folder of our page
 */
export function receive(event, pages) {
  if (!page) {
    page = new URL("embed.html", pages);
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.src.startsWith(page.href)) {
        greet(frame.contentWindow);
      }
    }
  }
  hear(event);
}

/** @param {MessageEvent} [event] */
function hear({ data, origin, source } = /** @type {any} */ ({})) {
  const message = data?.[KEY];
  const frame = message && source && frameOf(source, document);
  if (!frame || !isOurs(frame, origin)) {
    return;
  }
  if (message.height > 0) {
    resize(frame, message.height);
  }
  if (/^ladder-[a-z]+$/.test(message.event)) {
    frame.dispatchEvent(new CustomEvent(message.event, { bubbles: true, composed: true, detail: message.detail }));
  }
  // It answers the first greeting only.
  greet(source);
}
