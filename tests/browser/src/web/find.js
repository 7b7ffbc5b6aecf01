// Finds what a reader would be told about: rendered elements by role and accessible name, through open shadow roots.
// A body of functions; the harness appends the call.

const NATIVE = [
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
const NAMED_BY_CONTENT = ["button", "heading", "link", "tab", "radio", "option"];

function find({ role, name, how, inside }) {
  const found = [];
  for (const element of everyElement(document)) {
    if (roleOf(element) !== role || !isShown(element)) continue;
    if (how && !matches(nameOf(element), name, how)) continue;
    if (inside && !isInside(element, inside)) continue;
    found.push(element);
  }
  return found;
}

function matches(actual, name, how) {
  if (how === "is") return actual === name;
  if (how === "contains") return actual.includes(name);
  return new RegExp(name, "u").test(actual);
}

function isInside(element, name) {
  for (let at = flatParent(element); at; at = flatParent(at)) {
    if (["group", "list", "region", "radiogroup", "tabpanel"].includes(roleOf(at)) && nameOf(at) === name) return true;
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
  const written = element.getAttribute("role");
  if (written) return written.trim().split(/\s+/)[0];
  return NATIVE.find(([, selector]) => element.matches(selector))?.[0] ?? "";
}

function flatParent(element) {
  return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
}

function isShown(element) {
  if (!element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true })) return false;
  for (let at = element; at; at = flatParent(at)) {
    if (at.inert || at.getAttribute("aria-hidden") === "true") return false;
  }
  return true;
}

function nameOf(element) {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const labels = ids.map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
  if (labels.length) return squash(labels.map(textOf).join(" "));
  const written = squash(element.getAttribute("aria-label") ?? "");
  if (written) return written;
  if (element.labels?.length) return squash([...element.labels].map(textOf).join(" "));
  const legend = element.matches("fieldset") && element.querySelector(":scope > legend");
  if (legend) return squash(textOf(legend));
  const content = NAMED_BY_CONTENT.includes(roleOf(element)) ? squash(textOf(element)) : "";
  return content || squash(element.getAttribute("title") ?? "");
}

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const hasBox = getComputedStyle(node).display !== "contents";
  if (node.getAttribute("aria-hidden") === "true" || (hasBox && !node.checkVisibility({ visibilityProperty: true }))) return "";
  if (node.matches("img, [role=img]")) return node.getAttribute("alt") ?? node.getAttribute("aria-label") ?? "";
  const children = node.matches("slot") && node.assignedNodes().length ? node.assignedNodes() : node.childNodes;
  const text = [...children].map(textOf).join("");
  return getComputedStyle(node).display.startsWith("inline") ? text : ` ${text} `;
}

function squash(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** What a click by hand would be aimed at: a radio is often too small, and its label is as good. */
function aim(element) {
  return element.labels?.[0] ?? element;
}

/** The element that has the focus, however deep. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Every shown thing that has a role, a line each: for the messages of failed tests. */
function outline() {
  const lines = [];
  for (const element of everyElement(document)) {
    const role = roleOf(element);
    if (!role || !isShown(element)) continue;
    const states = ["aria-expanded", "aria-selected", "aria-disabled", "aria-checked"]
      .filter((state) => element.hasAttribute(state))
      .map((state) => ` ${state}=${element.getAttribute(state)}`);
    const marks = [element.checked ? " checked" : "", element === focused() ? " <- focus" : ""];
    lines.push(`${role} "${nameOf(element)}"${states.join("")}${marks.join("")}`);
  }
  return lines.join("\n");
}

/** All text a reader can see in an element, slotted and shadow content included. */
function shownText(element) {
  const root = element.shadowRoot ?? element;
  return squash([...root.childNodes].map(textOf).join(" "));
}
