// Bundles the quizzes that the widget is compared with as a site would ship them: one minified script each.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { questions, rungs } from "./questions.mjs";

const SCRIPTS = { bare: "bare.js", preact: "preact.jsx", react: "react.jsx", survey: "survey.js" };

/** Resolves `bench:questions` to the questions, so that all quizzes have the same texts. */
const questionsPlugin = {
  name: "questions",
  setup(build) {
    build.onResolve({ filter: /^bench:questions$/ }, ({ path }) => ({ path, namespace: "bench" }));
    build.onLoad({ filter: /.*/, namespace: "bench" }, () => ({
      contents: `export const questions = ${JSON.stringify(questions)}; export const rungs = ${JSON.stringify(rungs)};`,
    }));
  },
};

/** The scripts, by the name of the quiz. */
export async function bundleRivals() {
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
      plugins: [questionsPlugin],
      logLevel: "error",
    });
    scripts[name] = Buffer.from(outputFiles[0].contents);
  }
  return scripts;
}
