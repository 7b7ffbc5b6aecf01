// Loads a module of `www/` for a test in Node, which takes a module outside of a package of its own for a script.
import { build } from "esbuild";

/** @param {string} file by its path in the repository */
export async function load(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
