// Runs before everything else in a page and notes what goes wrong, what the widgets say, and what moves.
(() => {
  const watch = (window.__watch = { trouble: [], events: [], shifts: [] });
  const note = (kind, text) => watch.trouble.push({ kind, text: String(text) });
  const say = (value) => {
    if (value instanceof Error) return value.stack || String(value);
    if (typeof value !== "object" || value === null) return String(value);
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };

  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = function (...values) {
      note(level, values.map(say).join(" "));
      return original.apply(this, values);
    };
  }
  addEventListener("error", (event) => {
    // A file that did not load fires on its element and carries no message.
    if (event.target === window || event.message) note("exception", event.message + " " + say(event.error));
    else note("missing", event.target.src || event.target.href || event.target.tagName);
  }, true);
  addEventListener("unhandledrejection", (event) => note("rejection", say(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    // Browsers ask for the icon by themselves.
    event.blockedURI.endsWith("/favicon.ico") || note("policy", `${event.effectiveDirective} refused ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`));

  for (const name of ["ready", "start", "answer", "result", "share", "error"]) {
    document.addEventListener("ladder-" + name, (event) => {
      const plain = Object.getPrototypeOf(event.detail) === Object.prototype;
      const detail = JSON.parse(JSON.stringify(event.detail));
      watch.events.push({ name: event.type, on: event.target.id, plain, detail });
    });
  }

  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    const add = (list) => {
      for (const entry of list) {
        const nodes = entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
          `${node?.nodeName}.${node?.className ?? ""} ${from.x},${from.y} ${from.width}x${from.height}` +
          ` -> ${to.x},${to.y} ${to.width}x${to.height}`);
        watch.shifts.push({ value: entry.value, nodes });
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    watch.flushShifts = () => add(observer.takeRecords());
  }
})();
