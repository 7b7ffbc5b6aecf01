// @ts-check
// The page in the frame: it shows a widget as its address says, and exchanges messages with the page around it.
//
// Every message is `{ "career-ladder": … }`. The page around sends "hello" once; from then on its origin, and no other,
// gets the events. The height is no secret and goes to any page.
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

  function adoptStyles() {
    const styles = new CSSStyleSheet();
    styles.replaceSync("body { margin: 0 } .no-scroll { overflow: hidden }");
    document.adoptedStyleSheets = [styles];
  }

  function listen() {
    addEventListener("message", ({ data, origin, source }) => {
      if (source !== parent || source === window || data?.[KEY] !== "hello" || host) {
        return;
      }
      host = origin;
      // The frame is as high as the widget from now on, so a scrollbar could only flicker.
      document.documentElement.classList.add("no-scroll");
      sendHeight();
      missed.splice(0).forEach(report);
    });
    for (const name of EVENTS) {
      document.addEventListener(`ladder-${name}`, (/** @type {any} */ { type, detail }) => report({ event: type, detail }));
    }
  }

  /** Gives the widget the attributes that the address has as parameters, and the page's link as its fallback. */
  function fillWidget() {
    for (const name of PARAMETERS) {
      const value = parameters.get(name);
      if (value !== null) {
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
    if (src === null) {
      return undefined;
    }
    const source = URL.canParse(src, location.href) ? new URL(src, location.href).origin : "";
    const meta = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="career-ladder-sources"]'));
    const allowed = meta.content.split(/\s+/);
    const isAllowed = source === location.origin || allowed.includes(source);
    return isAllowed && source !== "null"
      ? undefined
      : `this frame shows ladders of ${[location.origin, ...allowed].join(" ").trim()} only, not of ${source}`;
  }

  adoptStyles();
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
    new ResizeObserver(sendHeight).observe(widget);
  }
})();
