// Checks that the HTML examples of README.md survive Markdown. Each is rendered by the usual processors with raw HTML
// switched on; a browser must then build the same elements as from the example itself. `cargo xtask test` runs it.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { EXAMPLES } from "../recipes/markdown/examples.mjs";
import { NPM_PROCESSORS } from "../recipes/markdown/processors.mjs";

/**
 * Renders documents one by one.
 * @param {(markdown: string) => string} render
 */
function each(render) {
  return (documents) => documents.map((markdown) => render(markdown));
}

/** @param {string[]} options */
function kramdown(...options) {
  return (documents) =>
    documents.map((markdown) => execFileSync("kramdown", options, { input: markdown, encoding: "utf8" }));
}

/**
 * Goldmark, by a site of hugo's with a page for each document.
 * @param {boolean} typographer
 */
function goldmark(typographer) {
  return (documents) => {
    const site = mkdtempSync(join(tmpdir(), "career-ladder-hugo-"));
    try {
      mkdirSync(join(site, "content"));
      mkdirSync(join(site, "layouts/_default"), { recursive: true });
      writeFileSync(join(site, "layouts/_default/single.html"), "{{ .Content }}");
      writeFileSync(
        join(site, "config.toml"),
        `disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]
        [markup.goldmark]
        renderer = { unsafe = true }
        extensions = { typographer = ${typographer} }`,
      );
      documents.forEach((markdown, index) => {
        writeFileSync(join(site, `content/${index}.md`), `---\ntitle: A post\n---\n${markdown}`);
      });
      execFileSync("hugo", ["--quiet", "--source", site]);
      return documents.map((_, index) => readFileSync(join(site, `public/${index}/index.html`), "utf8"));
    } finally {
      rmSync(site, { recursive: true });
    }
  };
}

/**
 * The processors. Each turns Markdown documents into HTML.
 * @type {Record<string, (documents: string[]) => string[]>}
 */
const PROCESSORS = {
  ...Object.fromEntries(Object.entries(NPM_PROCESSORS).map(([name, render]) => [name, each(render)])),
  goldmark: goldmark(false),
  "goldmark with its typographer": goldmark(true),
  kramdown: kramdown("--smart-quotes", "apos,apos,quot,quot"),
  "kramdown with its typographer": kramdown(),
};

/**
 * The elements that a browser builds, as indented lines. Spaces count in scripts alone, and a paragraph around an example
 * does no harm.
 * @param {string} html
 */
function tree(html) {
  return lines(parseFragment(html).childNodes, "").join("\n");
}

/**
 * @param {any[]} nodes
 * @param {string} indent
 * @returns {string[]}
 */
function lines(nodes, indent) {
  return nodes.flatMap(({ nodeName, parentNode, attrs = [], childNodes = [], value = "" }) => {
    if (nodeName === "#text") {
      const text = parentNode.nodeName === "script" ? value : value.trim().replace(/\s+/g, " ");
      return text ? [`${indent}"${text}"`] : [];
    }
    if (nodeName === "p" && !indent) {
      return lines(childNodes, indent);
    }
    const attributes = attrs.map(({ name, value }) => `${name}=${value}`).sort();
    return [[`${indent}<${nodeName}>`, ...attributes].join(" "), ...lines(childNodes, `${indent}  `)];
  });
}

/** Between two paragraphs, as in a post. */
const DOCUMENTS = EXAMPLES.map((example) => `Before.\n\n${example}\nAfter.\n`);

/**
 * Prints the examples that a processor breaks; returns how many.
 * @param {string} name
 * @param {(documents: string[]) => string[]} render
 * @param {string} lineEnd
 */
function check(name, render, lineEnd) {
  const pages = render(DOCUMENTS.map((markdown) => markdown.replaceAll("\n", lineEnd)));
  const broken = EXAMPLES.filter((example, index) => {
    const expected = tree(`<p>Before.</p>${example}<p>After.</p>`);
    const html = pages[index].replaceAll("\r\n", "\n");
    const isBroken = tree(html) !== expected;
    if (isBroken) {
      console.log(`${name} makes\n\n${html}\nof\n\n${example}\nwhich is\n\n${tree(html)}\n\ninstead of\n\n${expected}\n`);
    }
    return isBroken;
  });
  return broken.length;
}

let broken = 0;
for (const [name, render] of Object.entries(PROCESSORS)) {
  broken += check(name, render, "\n") + check(`${name}, from a file with Windows line ends,`, render, "\r\n");
}
if (broken) {
  console.log(`${broken} breaks in ${EXAMPLES.length} examples`);
  process.exitCode = 1;
}
