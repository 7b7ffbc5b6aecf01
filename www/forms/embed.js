// @ts-check
// The page in the frame: it shows a widget as its address says, and exchanges messages with the page around it.
//
// Every message is `{ "career-ladder": … }`. The page around sends "hello" once; from then on its origin, and no other,
// gets the events. The height is no secret and goes to any page. Back comes whether the frame has got that height.
(() => {
  const KEY = "career-ladder";
  const PARAMETERS = ["ladder", "src", "start", "loading", "theme", "lang", "dir", "seed", "storage", "debug", "share-url"];
  const EVENTS = ["ready", "start", "answer", "result", "share", "error"];

  const parameters = new URLSearchParams(location.search);
  const widget = document.createElement("career-ladder");

  /**
   * The origin of the page around, once that has sent "hello".
   * @type {string | undefined}
   */
  let host;
  /**
   * Events from before.
   * @type {object[]}
   */
  const missed = [];

  /**
   * @param {object} message
   * @param {string} origin
   */
  function send(message, origin) {
    if (parent !== window) {
      parent.postMessage({ [KEY]: message }, origin);
    }
  }

  /** Sends the height of the widget; 0 while there is none. */
  function sendHeight() {
    send({ height: Math.ceil(widget.getBoundingClientRect().height) }, "*");
  }

  /** @param {object} message */
  function report(message) {
    if (host) {
      send(message, host);
    } else {
      missed.push(message);
    }
  }

  /** Lets the body scroll: it can even where the page around forbids it to the frame, by `scrolling="no"`. */
  function prepareBody() {
    document.body.style.margin = "0";
    if (parent !== window) {
      Object.assign(document.documentElement.style, { height: "100%", overflow: "hidden" });
      Object.assign(document.body.style, { height: "100%", overflow: "auto" });
      // The page has reserved this height. Before its first screen the widget is lower.
      Object.assign(widget.style, { display: "block", minHeight: `${innerHeight}px` });
    }
  }

  /** @param {string} origin of the page around */
  function greet(origin) {
    // A page without an origin, such as a file, can only be reached like this.
    host = origin === "null" ? "*" : origin;
    sendHeight();
    missed.splice(0).forEach(report);
  }

  function listen() {
    const hear = (/** @type {MessageEvent} */ event) => {
      const { data, origin, source } = event;
      const message = source === parent && source !== window && data?.[KEY];
      if (message) {
        // The loader in this page hears messages too, those of frames.
        event.stopImmediatePropagation();
      }
      if (message === "hello" && !host) {
        greet(origin);
      } else if (typeof message?.fits === "boolean") {
        // In a frame as high as the widget a scrollbar could only flicker.
        document.body.style.overflow = message.fits ? "hidden" : "auto";
      }
    };
    addEventListener("message", hear, true);
    // The loader of the page around may have come after the first message.
    for (const name of ["load", "pointerover", "focusin"]) {
      addEventListener(name, () => host || sendHeight());
    }
    for (const name of EVENTS) {
      document.addEventListener(`ladder-${name}`, (/** @type {any} */ { type, detail }) => report({ event: type, detail }));
    }
  }

  /** Gives the widget the attributes that the address has as parameters, and the page's link as its fallback. */
  function fillWidget() {
    for (const name of PARAMETERS) {
      const value = parameters.get(name);
      if (value || (name === "debug" && value !== null)) {
        widget.setAttribute(name, value);
        if (name === "lang" || name === "dir") {
          document.documentElement.setAttribute(name, value);
        }
      }
    }
    const link = document.createElement("a");
    link.href = "./";
    link.target = "_top";
    link.textContent = document.title;
    widget.append(link);
    return link;
  }

  /** Why the ladder at `src` is refused; undefined if it is allowed. Nobody publishes text under this site's address. */
  function refusal() {
    const src = parameters.get("src");
    if (!src) {
      return undefined;
    }
    const source = URL.canParse(src, location.href) ? new URL(src, location.href).origin : "";
    const meta = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="career-ladder-sources"]'));
    const allowed = meta.content.split(/\s+/);
    const isAllowed = source === location.origin || allowed.includes(source);
    return isAllowed && source !== "null"
      ? undefined
      : `career-ladder-sources allows ${[location.origin, ...allowed].join(" ").trim()}, but not ${source}`;
  }

  prepareBody();
  listen();
  const link = fillWidget();
  const message = refusal();
  if (message) {
    console.error(`career-ladder: ${message}`);
    report({ event: "ladder-error", detail: { code: "source", message, problems: [] } });
    send({}, "*");
    document.body.append(link);
  } else {
    document.body.append(widget);
    if (window.ResizeObserver) {
      new ResizeObserver(sendHeight).observe(widget);
    }
  }
})();
