// The page in the frame: a widget as the address says, in touch with the page around it.
//
// Everything said is `{ "career-ladder": … }`. The page around says "hello" once; from then on it, and
// nobody else, is told what happens. How high the widget is, is no secret and is told to any page.
(() => {
  const KEY = "career-ladder";
  const PARAMETERS = ["ladder", "src", "start", "loading", "theme", "lang", "dir", "seed", "storage", "debug", "share-url"];
  const EVENTS = ["ready", "start", "answer", "result", "share", "error"];

  const styles = new CSSStyleSheet();
  styles.replaceSync("body { margin: 0 } .no-scroll { overflow: hidden }");
  document.adoptedStyleSheets = [styles];

  let host = null;
  const missed = [];

  function tell(said, origin) {
    if (parent !== window) {
      parent.postMessage({ [KEY]: said }, origin);
    }
  }

  function tellHeight() {
    tell({ height: Math.ceil(widget.getBoundingClientRect().height) }, "*");
  }

  function report(said) {
    if (host) {
      tell(said, host);
    } else {
      missed.push(said);
    }
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (source !== parent || source === window || data?.[KEY] !== "hello" || host) {
      return;
    }
    host = origin;
    // As high as the widget from now on, so a scrollbar could only flicker.
    document.documentElement.classList.add("no-scroll");
    tellHeight();
    missed.splice(0).forEach(report);
  });

  for (const name of EVENTS) {
    document.addEventListener(`ladder-${name}`, ({ type, detail }) => report({ event: type, detail }));
  }

  const widget = document.createElement("career-ladder");
  const told = new URLSearchParams(location.search);
  for (const name of PARAMETERS) {
    if (told.has(name)) {
      widget.setAttribute(name, told.get(name));
    }
  }
  for (const name of ["lang", "dir"]) {
    if (told.has(name)) {
      document.documentElement.setAttribute(name, told.get(name));
    }
  }
  const full = document.createElement("a");
  full.href = "./";
  full.target = "_top";
  full.textContent = document.title;
  widget.append(full);

  // Nobody's text appears under this address but this site's own, and that of those it names.
  if (told.has("src")) {
    const source = URL.canParse(told.get("src"), location.href) ? new URL(told.get("src"), location.href).origin : "";
    const allowed = document.querySelector('meta[name="career-ladder-sources"]').content.split(/\s+/);
    if (source === "null" || (source !== location.origin && !allowed.includes(source))) {
      const message = `this frame shows ladders of ${[location.origin, ...allowed].join(" ").trim()} only, not of ${source}`;
      console.error(`career-ladder: ${message}`);
      report({ event: "ladder-error", detail: { code: "source", message, problems: [] } });
      tell({}, "*");
      document.body.append(full);
      return;
    }
  }

  document.body.append(widget);
  new ResizeObserver(tellHeight).observe(widget);
})();
