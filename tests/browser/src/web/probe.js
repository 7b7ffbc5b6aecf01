// What a widget looks like to the last pixel, and what of the page around it is as it was before the widget came.
// A body of functions; the harness appends the call.

/** How many parts have all their computed styles compared. */
const PARTS = 40;

function theWidget() {
  return document.querySelector("career-ladder");
}

/** What a page might do to the element itself; the rest of its looks is up to the owner. */
const DEFENDED = ["display", "visibility", "opacity", "filter", "transform", "column-count", "height", "float", "overflow"];

/** The boxes of everything in the widget, and the computed styles of some parts of it. */
function probe() {
  const widget = theWidget();
  const home = widget.getBoundingClientRect();
  const shown = [...everyElement(widget.shadowRoot)].filter((element) => element.checkVisibility());
  const step = Math.ceil(shown.length / PARTS);
  const own = Object.fromEntries(DEFENDED.map((name) => [name, getComputedStyle(widget).getPropertyValue(name)]));
  const parts = shown.map((element, place) => {
    const box = element.getBoundingClientRect();
    const looks = { x: cut(box.x - home.x), y: cut(box.y - home.y), width: cut(box.width), height: cut(box.height) };
    if (place % step === 0) Object.assign(looks, styles(element), { "font of ::before": styles(element, "::before").font });
    return [`${element.localName}.${element.getAttribute("class") ?? ""}`, looks];
  });
  return [["career-ladder", own], ...parts];
}

function cut(length) {
  return `${Math.round(length * 100) / 100}px`;
}

function styles(element, pseudo) {
  const computed = getComputedStyle(element, pseudo);
  const all = { font: computed.font };
  for (const name of computed) {
    // What a page calls its colours is in reach of everything in it, and of no effect.
    if (!name.startsWith("--")) all[name] = computed.getPropertyValue(name);
  }
  return all;
}

/** Whether the widget has come to rest, and the mouse has left it. */
function isStill() {
  return theWidget().shadowRoot.getAnimations().length === 0 && !theWidget().matches(":hover");
}

const HEARD = ["click", "keydown", "keyup", "wheel", "touchstart", "focusin", "input", "submit", "copy", "scroll"];

/** Notes how the page is, and begins to listen as its own scripts do. */
function noteHost() {
  const heard = {};
  for (const name of HEARD) document.addEventListener(name, ({ defaultPrevented }) => (heard[name] = !defaultPrevented));
  window.__host = { heard, parts: hostParts() };
}

/** What of the page is not as it was. */
function hostChanges() {
  const { heard, parts } = window.__host;
  const now = hostParts();
  const changes = parts.length === now.length ? [] : [`${parts.length} elements became ${now.length}`];
  for (let place = 0; place < parts.length; place++) {
    const [name, looks] = parts[place];
    const after = now[place]?.[1];
    for (const key of Object.keys(looks)) {
      if (after && !isSame(after[key], looks[key])) changes.push(`${name} ${key}: ${looks[key]} -> ${after[key]}`);
    }
  }
  for (const name of HEARD) {
    document.body.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    if (!heard[name]) changes.push(`the page does not hear ${name} any more`);
  }
  return changes;
}

/** Whether nobody sees a difference: tables round their heights to fractions of a pixel. */
function isSame(a, b) {
  const [here, there] = [a, b].map((value) => value.split(" "));
  const close = (word, place) => word.endsWith("px") && Math.abs(parseFloat(word) - parseFloat(there[place])) < 0.5;
  return a === b || (here.length === there.length && here.every((word, place) => word === there[place] || close(word, place)));
}

/** Places of all elements of the page, and the styles of some. */
function hostParts() {
  scrollTo({ top: 0, behavior: "instant" });
  const all = [document.documentElement, document.body, ...document.body.querySelectorAll("*")];
  const own = all.filter((element) => !element.closest("career-ladder, .career-ladder, script"));
  const step = Math.ceil(own.length / PARTS);
  return own.map((element, place) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const looks = { x: cut(x + scrollX), y: cut(y + scrollY), width: cut(width), height: cut(height) };
    if (place % step === 0) Object.assign(looks, styles(element));
    return [element.localName, looks];
  });
}
