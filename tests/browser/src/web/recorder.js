// Runs before every other script of a page. Records errors, the widgets' events and layout shifts in `__recorder`.
(() => {
  const recorder = (window.__recorder = { errors: [], events: [], layoutShifts: [] });
  const record = (kind, text) => recorder.errors.push({ kind, text: String(text) });
  const describe = (value) => {
    if (value instanceof Error) return value.stack || String(value);
    if (typeof value !== "object" || value === null) return String(value);
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };

  for (const [level, kind] of [["error", "console-error"], ["warn", "console-warning"]]) {
    const original = console[level];
    console[level] = function (...values) {
      record(kind, values.map(describe).join(" "));
      return original.apply(this, values);
    };
  }
  addEventListener("error", (event) => {
    // A file that did not load fires on its element and carries no message.
    if (event.target === window || event.message) record("uncaught-exception", event.message + " " + describe(event.error));
    else record("load-failure", event.target.src || event.target.href || event.target.tagName);
  }, true);
  addEventListener("unhandledrejection", (event) => record("unhandled-rejection", describe(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    // Browsers request the icon without being asked to.
    event.blockedURI.endsWith("/favicon.ico") || record("policy-violation", `${event.effectiveDirective} refused ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`));

  for (const name of ["ready", "start", "answer", "result", "share", "error"]) {
    document.addEventListener("ladder-" + name, (event) => {
      const isPlain = Object.getPrototypeOf(event.detail) === Object.prototype;
      const detail = JSON.parse(JSON.stringify(event.detail));
      recorder.events.push({ name: event.type, target: event.target.id, is_plain: isPlain, detail });
    });
  }

  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    const add = (list) => {
      for (const entry of list) {
        const nodes = entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
          `${node?.nodeName}.${node?.className ?? ""} ${from.x},${from.y} ${from.width}x${from.height}` +
          ` -> ${to.x},${to.y} ${to.width}x${to.height}`);
        recorder.layoutShifts.push({ value: entry.value, nodes });
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    recorder.flushLayoutShifts = () => add(observer.takeRecords());
  }
})();
