// The npm package without a bundler: its form and its types, imports on a server, and `npx career-ladder`.

import assert from "node:assert/strict";
import { join } from "node:path";
import { makeSite } from "../lib/bundled-site.mjs";
import { row } from "../lib/rows.mjs";
import { checkCommand } from "./command.mjs";

/** @import { Context } from "../run.mjs" */

const TOOLS = ["publint@0.3.25", "@arethetypeswrong/cli@0.18.5"];
const ENTRIES = ["career-ladder", "career-ladder/element", "career-ladder/standalone"];

export default {
  name: "npm",
  inCi: true,

  /** @param {Context} context */
  async test(context) {
    const site = await makeSite(context, { tools: TOOLS });
    const tool = (name, args) => context.run(join(site, "node_modules/.bin", name), args, { cwd: site });
    return [
      await row("publint", async () => {
        assert.match(await tool("publint", ["run", context.packages.npm, "--strict"]), /All good!/);
      }),
      await row("Are the types wrong?", async () => {
        // The package has modules alone.
        await tool("attw", [context.packages.npm, "--ignore-rules", "cjs-resolves-to-esm"]);
      }),
      await row("import on a server", () => checkServer(context, site)),
      await row("npx career-ladder", () => checkCommand(context, site)),
    ];
  },
};

/**
 * Imports every entry in Node, which has no document.
 * @param {Context} context
 * @param {string} site
 */
async function checkServer({ run }, site) {
  for (const entry of ENTRIES) {
    const code = `
      const before = Object.getOwnPropertyNames(globalThis).join();
      const { define } = await import("${entry}");
      define?.();
      console.log(Object.getOwnPropertyNames(globalThis).join() === before);`;
    const printed = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd: site });
    assert.equal(printed, "true\n", `${entry} changes something on a server`);
  }
}
