// The Markdown processors that are npm packages.

import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { markedSmartypants } from "marked-smartypants";

/** @param {object} [options] */
function markdownIt(options) {
  const processor = new MarkdownIt({ html: true, ...options });
  return (/** @type {string} */ markdown) => processor.render(markdown);
}

/** @param {object[]} options */
function marked(...options) {
  const processor = new Marked(...options);
  return (/** @type {string} */ markdown) => /** @type {string} */ (processor.parse(markdown));
}

/**
 * Each turns a document into HTML, with raw HTML switched on.
 * @type {Record<string, (markdown: string) => string>}
 */
export const NPM_PROCESSORS = {
  "markdown-it": markdownIt(),
  "markdown-it with its typographer": markdownIt({ typographer: true }),
  "markdown-it with line breaks and found addresses": markdownIt({ typographer: true, breaks: true, linkify: true }),
  marked: marked(),
  "marked with its typographer": marked(markedSmartypants()),
  "marked with line breaks": marked({ breaks: true }),
  "marked without the extensions of GitHub": marked({ gfm: false }),
};
