// A site of Eleventy with its default configuration: Liquid, then markdown-it; one page is in Nunjucks.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkShortcode } from "../lib/shortcode-checks.mjs";

/** @import { Context } from "../run.mjs" */

const here = import.meta.dirname;

export default {
  name: "Eleventy",
  inCi: true,

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run, npmInstall } = context;
    const source = join(work, "source");
    cpSync(join(here, "site"), source, { recursive: true });
    cpSync(join(here, "career-ladder.mjs"), join(source, "career-ladder.mjs"));
    cpSync(packages.selfHosted, join(source, "career-ladder"), { recursive: true });
    await npmInstall(source, ["@11ty/eleventy@3.1.8"]);
    return checkShortcode(context, (destination, { base, host }) => {
      const config = readFileSync(join(here, "site/eleventy.config.mjs"), "utf8");
      const onHost = config.replace("addPlugin(careerLadder)", `addPlugin(careerLadder, { host: "${host}" })`);
      writeFileSync(join(source, "eleventy.config.mjs"), host ? onHost : config);
      const options = ["--quiet", `--output=${destination}`, ...(base ? [`--pathprefix=${base}`] : [])];
      return run("npx", ["eleventy", ...options], { cwd: source });
    });
  },
};
