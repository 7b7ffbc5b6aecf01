// Checks that the manifest of the npm package lists what the README and the types say of the element, no more and no less.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const readme = read("README.md");
const types = read("www/career-ladder.d.ts");
const { modules } = JSON.parse(read("packages/npm/custom-elements.json"));
const element = modules[0].declarations.find((declaration) => declaration.tagName === "career-ladder");

const names = (list) => list.map(({ name }) => name).sort();

/** The part of the README below a heading, up to the next one. */
function section(heading) {
  const [, text] = readme.split(new RegExp(`^#+ ${heading}$`, "m"));
  assert.ok(text, `the README has no section "${heading}"`);
  return text.split(/^#+ /m)[0];
}

/** The rows of the table in a section, without its head: the cells of each. */
const rows = (heading) =>
  section(heading)
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()).slice(1, -1));

/** All names in code that a text has. */
const inCode = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** The body of an interface of the types. */
function body(name) {
  const [, text] = new RegExp(`^interface ${name} .*?\\{\\n(.*?)^\\}`, "ms").exec(types) ?? [];
  assert.ok(text, `the types have no interface ${name}`);
  return text;
}

{
  const attributes = rows("Attributes").map(([name, values]) => ({ name: inCode(name)[0], values: inCode(values) }));
  assert.deepEqual(names(element.attributes), names(attributes), "the attributes");
  for (const { name, values } of attributes.filter(({ values }) => values.length > 0)) {
    const { type, default: first } = element.attributes.find((attribute) => attribute.name === name);
    assert.deepEqual(type.text.split(" | ").map(JSON.parse), values, `the values of ${name}`);
    assert.equal(first, JSON.stringify(values[0]), `the default of ${name}`);
  }
}

{
  const properties = [...body("CareerLadderElement").matchAll(/^ {2}(?:set|readonly) (\w+)/gm)].map(([, name]) => name);
  const methods = [...body("CareerLadderElement").matchAll(/^ {2}(\w+)\(\)/gm)].map(([, name]) => name);
  const ofKind = (kind) => names(element.members.filter((member) => member.kind === kind));
  assert.deepEqual(ofKind("field"), properties.sort(), "the properties");
  assert.deepEqual(ofKind("method"), methods.sort(), "the methods");
  for (const { name, fieldName } of element.attributes.filter(({ fieldName }) => fieldName)) {
    const field = element.members.find((member) => member.name === fieldName);
    assert.equal(field?.attribute, name, `the property of ${name}`);
  }
}

{
  const events = rows("Methods and events").map(([name]) => inCode(name)[0]);
  assert.deepEqual(names(element.events), events.sort(), "the events");
  const typed = [...body("LadderEvents").matchAll(/^ {2}"(ladder-\w+)"/gm)].map(([, name]) => name);
  assert.deepEqual(names(element.events), typed.sort(), "the events with types");
}

{
  const colours = section("Colours and type");
  const [, parts] = /The parts for `::part\(\)` are ([^]*?)\.\n/.exec(colours) ?? [];
  assert.deepEqual(names(element.cssParts), inCode(parts ?? "").sort(), "the parts");
  const properties = new Set(readme.match(/--ladder-[a-z-]+/g));
  assert.deepEqual(names(element.cssProperties), [...properties].sort(), "the custom properties");
}

console.log("the manifest of the npm package agrees with the README and the types");
