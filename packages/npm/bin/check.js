// `career-ladder check`: prints every problem of ladder files, as the program that one can download does.

import { problemsOf } from "./chain.js";
import { misuse, print } from "./output.js";
import { startReader } from "./reader.js";

/** @import { Problem } from "./chain.js" */

/**
 * Checks all files but JSON Schemas, which authors keep beside their ladders and so match `*.json`.
 * @param {string[]} args
 */
export async function check(args) {
  const names = args.filter((arg) => arg !== "--json");
  const option = names.find((name) => /^-./.test(name));
  if (option) {
    return misuse(`\`check\` has no option \`${option}\``);
  }
  if (!names.length) {
    return misuse("`check` needs at least one file");
  }
  const files = names.filter((name) => !name.endsWith(".schema.json"));
  for (const schema of names.filter((name) => !files.includes(name))) {
    console.error(`${schema}: a JSON Schema, not checked`);
  }
  const reader = await startReader();
  const found = files.flatMap((file) => problemsOf(reader, file).map((problem) => ({ file, problem })));
  print(args.includes("--json") ? `${JSON.stringify(found.map(object), null, 2)}\n` : found.map(line).join(""));
  const count = (severity) => found.filter(({ problem }) => problem.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  console.error([counted(files.length, "file"), counted(errors, "error"), counted(warnings, "warning")].join(", "));
  process.exitCode = errors ? 1 : 0;
}

/** @param {{ file: string, problem: Problem }} found */
function line({ file, problem }) {
  const { severity, path, line, column, message } = problem;
  return `${problem.file ?? file}:${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}\n`;
}

/** @param {{ file: string, problem: Problem }} found */
function object({ file, problem }) {
  const { severity, path, line, column, message } = problem;
  const object = { file: problem.file ?? file, severity, path, line, column, message };
  return problem.file === undefined ? object : { ...object, overlay: file };
}

/**
 * A number with its noun.
 * @param {number} count
 * @param {string} noun
 */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
