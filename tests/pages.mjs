// Checks the pages of the ladders in a build: that browsers build the elements that are written, and that every address
// leads to a file. `cargo xtask test` runs it with the folder of the build.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse, serialize } from "parse5";

/** The fewest pages since this check; fewer mean that it does not find them. */
const FEWEST = 15;

const [dist = "dist"] = process.argv.slice(2);

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** @param {string} html */
const tags = (html) => [...html.matchAll(/<(\/?[a-z][a-z0-9-]*)/g)].map(([, tag]) => tag);

/**
 * All elements of a tree.
 * @param {any} node
 * @returns {any[]}
 */
const elements = (node) => (node.childNodes ?? []).flatMap((child) => [...(child.tagName ? [child] : []), ...elements(child)]);

/** @param {string} path of a page in the build */
function problemsOf(path) {
  const html = readFileSync(join(dist, path), "utf8");
  const problems = [];
  const document = parse(html, { onParseError: ({ code, startLine, startCol }) => problems.push(`${code} at ${startLine}:${startCol}`) });
  if (tags(serialize(document)).join(" ") !== tags(html).join(" ")) {
    problems.push("a browser moves or adds elements");
  }
  const ids = new Set();
  for (const { tagName, attrs } of elements(document)) {
    for (const { name, value } of attrs) {
      if (name === "id" && ids.size === ids.add(value).size) {
        problems.push(`the id ${value} is there twice`);
      }
      // The links of the ladder lead elsewhere.
      if (["href", "src"].includes(name) && !/^(https?|mailto):/i.test(value)) {
        const { pathname } = new URL(value, `http://build/${path}`);
        const file = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
        if (!isFile(join(dist, file))) {
          problems.push(`<${tagName}> names ${value}, which is not in the build`);
        }
      }
    }
  }
  for (const { attrs } of elements(document)) {
    const anchor = attrs.find(({ name, value }) => name === "href" && value.startsWith("#"));
    if (anchor && !ids.has(anchor.value.slice(1))) {
      problems.push(`${anchor.value} leads nowhere`);
    }
  }
  return problems.map((problem) => `${path}: ${problem}`);
}

const paths = readdirSync(dist, { recursive: true }).map((path) => String(path).replaceAll("\\", "/"));
const pages = paths.filter((path) => path.endsWith("/index.html"));
const problems = pages.flatMap(problemsOf);
if (pages.length < FEWEST) {
  problems.push(`${pages.length} pages of ladders in ${dist}`);
}
if (problems.length > 0) {
  throw new Error(problems.join("\n"));
}
