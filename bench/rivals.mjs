// The scripts of the others, as their owners would ship them: one file each, bundled and minified for production.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { questions, rungs } from "./questions.mjs";

const SCRIPTS = { bare: "bare.js", preact: "preact.jsx", react: "react.jsx", survey: "survey.js" };

/** Hands everybody the same texts. */
const texts = {
  name: "texts",
  setup(build) {
    build.onResolve({ filter: /^bench:questions$/ }, ({ path }) => ({ path, namespace: "bench" }));
    build.onLoad({ filter: /.*/, namespace: "bench" }, () => ({
      contents: `export const questions = ${JSON.stringify(questions)};\nexport const rungs = ${JSON.stringify(rungs)};`,
    }));
  },
};

/** The scripts by the names of their pages. */
export async function rivals() {
  const scripts = {};
  for (const [name, file] of Object.entries(SCRIPTS)) {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`rivals/${file}`, import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      target: "es2022",
      legalComments: "none",
      loader: { ".css": "text" },
      jsx: "automatic",
      jsxImportSource: name === "preact" ? "preact" : "react",
      define: { "process.env.NODE_ENV": '"production"' },
      plugins: [texts],
      logLevel: "error",
    });
    scripts[name] = Buffer.from(outputFiles[0].contents);
  }
  return scripts;
}
