// The HTML examples of the README.

import { readFileSync } from "node:fs";

/** The fewest examples that README.md has had since this check; fewer mean that they are not found. */
const FEWEST = 8;

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The examples, as they stand between the fences. */
export const EXAMPLES = [...README.matchAll(/^```html\n(.*?)^```$/gms)].map(([, example]) => example);

if (EXAMPLES.length < FEWEST) {
  throw new Error(`README.md has only ${EXAMPLES.length} examples in HTML`);
}
