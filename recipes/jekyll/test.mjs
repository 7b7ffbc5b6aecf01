// A site of Jekyll with its default configuration: Liquid, then kramdown with its smart quotes.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkShortcode } from "../lib/shortcode-checks.mjs";

/** @import { Context } from "../run.mjs" */

const here = import.meta.dirname;

export default {
  name: "Jekyll",
  inCi: false,
  programs: [{ command: "jekyll", debian: "jekyll" }],

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run } = context;
    const source = join(work, "source");
    cpSync(join(here, "site"), source, { recursive: true });
    cpSync(join(here, "_includes"), join(source, "_includes"), { recursive: true });
    cpSync(packages.selfHosted, join(source, "career-ladder"), { recursive: true });
    return checkShortcode(context, (destination, { base, host }) => {
      const config = join(work, "host.yml");
      writeFileSync(config, host ? `career_ladder:\n  host: ${host}\n` : "");
      const options = ["--quiet", "--source", source, "--destination", destination];
      options.push("--config", `${join(source, "_config.yml")},${config}`);
      if (base) {
        options.push("--baseurl", base.replace(/\/$/, ""));
      }
      return run("jekyll", ["build", ...options]);
    });
  },
};
