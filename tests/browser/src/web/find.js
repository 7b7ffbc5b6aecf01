// Finds visible elements by role and accessible name, also in open shadow roots, as assistive technology presents them.
// The harness appends each script to these functions.

/** The selectors of elements that have a role without a `role` attribute. */
const NATIVE_ROLES = [
  ["button", "button, summary, input[type=button], input[type=submit]"],
  ["radio", "input[type=radio]"],
  ["checkbox", "input[type=checkbox]"],
  ["combobox", "select"],
  ["textbox", "input:not([type]), input[type=text], input[type=url], textarea"],
  ["heading", "h1, h2, h3, h4, h5, h6"],
  ["link", "a[href]"],
  ["list", "ul, ol"],
  ["group", "fieldset, details"],
  ["region", "section[aria-label], section[aria-labelledby]"],
  ["status", "output"],
];
const SELECTORS = Object.fromEntries(NATIVE_ROLES);
const NAMED_BY_CONTENT = ["button", "heading", "link", "tab", "radio", "option"];
const CONTAINER_ROLES = ["group", "list", "region", "radiogroup", "tablist", "tabpanel"];

/** Elements with a role; with a name, if one is given (`match`: "exact", "contains", "pattern"); in a named container. */
function find({ role, name, match = "exact", within }) {
  const found = [];
  for (const element of everyElement(document)) {
    if (!hasRole(element, role) || !isVisible(element)) continue;
    if (name !== undefined && !isMatch(nameOf(element), name, match)) continue;
    if (within !== undefined && !isWithin(element, within)) continue;
    found.push(element);
  }
  return found;
}

function isMatch(actual, name, match) {
  if (match === "exact") return actual === name;
  if (match === "contains") return actual.includes(name);
  return new RegExp(name, "u").test(actual);
}

function isWithin(element, name) {
  for (let ancestor = flatParent(element); ancestor; ancestor = flatParent(ancestor)) {
    if (CONTAINER_ROLES.includes(roleOf(ancestor)) && nameOf(ancestor) === name) return true;
  }
  return false;
}

function* everyElement(root) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

function roleOf(element) {
  const explicit = element.getAttribute("role");
  if (explicit) return explicit.trim().split(/\s+/)[0];
  return NATIVE_ROLES.find(([, selector]) => element.matches(selector))?.[0] ?? "";
}

/** Whether `roleOf` is `role`, told without trying the selectors of other roles: a page has thousands of elements. */
function hasRole(element, role) {
  return element.hasAttribute("role") ? roleOf(element) === role : element.matches(SELECTORS[role] ?? ":not(*)");
}

/** The parent in the flat tree, where slots hold their content and shadow roots stand in their hosts. */
function flatParent(element) {
  return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
}

function isVisible(element) {
  if (!element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true })) return false;
  for (let ancestor = element; ancestor; ancestor = flatParent(ancestor)) {
    if (ancestor.inert || ancestor.getAttribute("aria-hidden") === "true") return false;
  }
  return true;
}

/** The accessible name, computed by the rules that the widget's elements need. */
function nameOf(element) {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const labels = ids.map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
  if (labels.length) return collapseWhitespace(labels.map((label) => textOf(label)).join(" "));
  const label = collapseWhitespace(element.getAttribute("aria-label") ?? "");
  if (label) return label;
  if (element.labels?.length) return collapseWhitespace([...element.labels].map((label) => textOf(label)).join(" "));
  const legend = element.matches("fieldset") && element.querySelector(":scope > legend");
  if (legend) return collapseWhitespace(textOf(legend));
  const content = NAMED_BY_CONTENT.includes(roleOf(element)) ? collapseWhitespace(textOf(element)) : "";
  return content || collapseWhitespace(element.getAttribute("title") ?? "");
}

/** The text of a node; that of parts which only the eye shall see is left out, unless `isSeen`. */
function textOf(node, isSeen = false) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const hasBox = getComputedStyle(node).display !== "contents";
  const isHidden = !isSeen && node.getAttribute("aria-hidden") === "true";
  if (isHidden || (hasBox && !node.checkVisibility({ visibilityProperty: true }))) return "";
  if (node.matches("img, [role=img]")) return node.getAttribute("alt") ?? node.getAttribute("aria-label") ?? "";
  const children = node.matches("slot") && node.assignedNodes().length ? node.assignedNodes() : node.childNodes;
  const text = [...children].map((child) => textOf(child, isSeen)).join("");
  return getComputedStyle(node).display.startsWith("inline") ? text : ` ${text} `;
}

/** The border box in CSS pixels, measured from the top left corner of the document. */
function rectOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height };
}

function collapseWhitespace(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** The element that a reader would click: the label of a form control, which is larger than the control. */
function clickTarget(element) {
  return element.labels?.[0] ?? element;
}

/** How many clicks the document has heard since the first call. */
function countClicks() {
  const recorder = (globalThis.__recorder ??= {});
  if (recorder.clicks === undefined) {
    recorder.clicks = 0;
    addEventListener("click", () => recorder.clicks++, true);
  }
  return recorder.clicks;
}

/**
 * Lets the next clicks hit only what a query finds at this index by then: the page may replace an element by its equal, or move
 * it away. A label's click is followed by a second one, on the control.
 */
function watchClick(query, index) {
  const recorder = (globalThis.__recorder ??= {});
  recorder.clickHit = undefined;
  const note = (event) => {
    const element = find(query)[index];
    recorder.clickHit ||= Boolean(element) && event.composedPath().includes(clickTarget(element));
    if (!recorder.clickHit) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
  };
  recorder.stopWatching?.();
  addEventListener("click", note, true);
  recorder.stopWatching = () => removeEventListener("click", note, true);
}

/** Whether the clicks since `watchClick` hit; undefined without any. */
function clickHit() {
  globalThis.__recorder?.stopWatching?.();
  return globalThis.__recorder?.clickHit;
}

/** Whether the middle of an element can be clicked. An element that is out of sight or covered is scrolled to the middle. */
function bringIntoReach(element) {
  if (isInReach(element)) return true;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  return isInReach(element);
}

function isInReach(element) {
  const { left, top, right, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const point = [middle(left, right, innerWidth), middle(top, bottom, innerHeight)];
  let hit = document.elementFromPoint(...point);
  for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(...point)) && inner !== hit; ) hit = inner;
  while (hit && hit !== element) hit = flatParent(hit);
  return Boolean(hit);
}

/** The element that has the focus, also inside shadow roots. */
function focusedElement() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** A line for each visible element that has a role, for the messages of failed tests. */
function outline() {
  const lines = [];
  for (const element of everyElement(document)) {
    const role = roleOf(element);
    if (!role || !isVisible(element)) continue;
    const states = ["aria-expanded", "aria-selected", "aria-disabled", "aria-checked"]
      .filter((state) => element.hasAttribute(state))
      .map((state) => ` ${state}=${element.getAttribute(state)}`);
    const marks = [element.checked ? " checked" : "", element === focusedElement() ? " <- focus" : ""];
    lines.push(`${role} "${nameOf(element)}"${states.join("")}${marks.join("")}`);
  }
  return lines.join("\n");
}

/** The text that a reader can see in an element, with slotted content and shadow roots. */
function visibleText(element) {
  const root = element.shadowRoot ?? element;
  return collapseWhitespace([...root.childNodes].map((child) => textOf(child, true)).join(" "));
}
