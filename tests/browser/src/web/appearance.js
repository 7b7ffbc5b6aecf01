// Measures a widget and the page around it. The harness puts these functions before a script that calls one of them.

/** The number of elements whose computed styles are recorded; the others have only their boxes recorded. */
const STYLED_ELEMENTS = 40;

/** Properties of the element itself that the widget defends against the page; all others are the owner's to set. */
const DEFENDED = ["display", "visibility", "opacity", "filter", "transform", "column-count", "height", "float", "overflow"];

function firstWidget() {
  return document.querySelector("career-ladder");
}

/** A list of [name, properties]: the boxes of all elements of the first widget, and the styles of some. */
function widgetAppearance() {
  const widget = firstWidget();
  const origin = widget.getBoundingClientRect();
  const visible = [...everyElement(widget.shadowRoot)].filter((element) => element.checkVisibility());
  const step = Math.ceil(visible.length / STYLED_ELEMENTS);
  const defended = Object.fromEntries(DEFENDED.map((name) => [name, getComputedStyle(widget).getPropertyValue(name)]));
  const elements = visible.map((element, index) => {
    const box = element.getBoundingClientRect();
    const properties = { x: px(box.x - origin.x), y: px(box.y - origin.y), width: px(box.width), height: px(box.height) };
    if (index % step === 0) {
      Object.assign(properties, computedStyles(element), { "font of ::before": computedStyles(element, "::before").font });
    }
    return [`${element.localName}.${element.getAttribute("class") ?? ""}`, properties];
  });
  return [["career-ladder", defended], ...elements];
}

function px(length) {
  return `${Math.round(length * 100) / 100}px`;
}

function computedStyles(element, pseudo) {
  const computed = getComputedStyle(element, pseudo);
  const styles = { font: computed.font };
  for (const name of computed) {
    // A page's custom properties are inherited by everything in it, and no rule of the widget uses them. The margin for
    // scrolling makes room for the page's own bars.
    if (!/^--|^scroll-margin-/.test(name)) styles[name] = computed.getPropertyValue(name);
  }
  return styles;
}

/** Whether no animation of the widget runs and the mouse is elsewhere. */
function isAtRest() {
  return firstWidget().shadowRoot.getAnimations().length === 0 && !firstWidget().matches(":hover");
}

const EVENT_TYPES = ["click", "keydown", "keyup", "wheel", "touchstart", "focusin", "input", "submit", "copy", "scroll"];

/** Records the page around the widget, and listens to events as the page's own scripts do. */
function recordHostPage() {
  const heard = {};
  for (const type of EVENT_TYPES) document.addEventListener(type, ({ defaultPrevented }) => (heard[type] = !defaultPrevented));
  window.__hostPage = { heard, elements: hostPageElements() };
}

/** A line for each difference from the record, and for each event that no longer reaches the page. */
function hostPageChanges() {
  const { heard, elements } = window.__hostPage;
  const now = hostPageElements();
  const changes = elements.length === now.length ? [] : [`${elements.length} elements became ${now.length}`];
  elements.forEach(([name, before], index) => {
    const after = now[index]?.[1];
    for (const key of Object.keys(before)) {
      if (after && !isSame(after[key], before[key])) changes.push(`${name} ${key}: ${before[key]} -> ${after[key]}`);
    }
  });
  for (const type of EVENT_TYPES) {
    document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    if (!heard[type]) changes.push(`the page does not hear ${type} any more`);
  }
  return changes;
}

/** Whether two values look the same: tables round their heights to fractions of a pixel. */
function isSame(a, b) {
  const [words, others] = [a, b].map((value) => value.split(" "));
  const isClose = (word, other) => word.endsWith("px") && Math.abs(parseFloat(word) - parseFloat(other)) < 0.5;
  return (
    a === b ||
    (words.length === others.length && words.every((word, index) => word === others[index] || isClose(word, others[index])))
  );
}

/** A list of [name, properties]: the boxes of all elements of the page outside the widget, and the styles of some. */
function hostPageElements() {
  scrollTo({ top: 0, behavior: "instant" });
  const all = [document.documentElement, document.body, ...document.body.querySelectorAll("*")];
  const own = all.filter((element) => !element.closest("career-ladder, .career-ladder, script"));
  const step = Math.ceil(own.length / STYLED_ELEMENTS);
  return own.map((element, index) => {
    const { x, y, width, height } = rectOf(element);
    const properties = { x: px(x), y: px(y), width: px(width), height: px(height) };
    if (index % step === 0) Object.assign(properties, computedStyles(element));
    return [element.localName, properties];
  });
}
