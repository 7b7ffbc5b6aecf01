// A site of Hugo with its default configuration: goldmark, which lets no HTML of the author through.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkShortcode } from "../lib/shortcode-checks.mjs";

/** @import { Context } from "../run.mjs" */

const here = import.meta.dirname;

export default {
  name: "Hugo",
  inCi: false,
  programs: [{ command: "hugo", debian: "hugo" }],

  /** @param {Context} context */
  async test(context) {
    const { work, packages, run } = context;
    const source = join(work, "source");
    cpSync(join(here, "site"), source, { recursive: true });
    cpSync(join(here, "layouts"), join(source, "layouts"), { recursive: true });
    cpSync(packages.selfHosted, join(source, "static/career-ladder"), { recursive: true });
    return checkShortcode(context, (destination, { base, host }) => {
      const options = ["--quiet", "--source", source, "--destination", destination];
      if (base) {
        // Hugo's minifier along with it.
        options.push("--minify", "--baseURL", `https://example.org${base}`);
      }
      return run("hugo", options, { env: host ? { HUGO_PARAMS_CAREERLADDER_HOST: host } : {} });
    });
  },
};
