// Checks the package's types as a project of each framework does, with programs that are right and wrong.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { row } from "../lib/rows.mjs";

/** @import { Context } from "../run.mjs" */

const TESTS = join(import.meta.dirname, "../../tests");

const TYPESCRIPT = "typescript@7.0.2";
/** The newest that vue-tsc and svelte-check work with. */
const OLDER_TYPESCRIPT = "typescript@6.0.3";
const VUE = ["vue@3.5.45", "vue-tsc@3.3.14", OLDER_TYPESCRIPT];
const SVELTE = ["svelte@5.57.3", "svelte-check@4.7.8", OLDER_TYPESCRIPT];

const OPTIONS = {
  noEmit: true,
  strict: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "esnext",
  moduleResolution: "bundler",
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  types: [],
};

/**
 * A project of one framework.
 * @typedef {object} Project
 * @property {string} form
 * @property {string[]} packages
 * @property {string[]} files below `tests`
 * @property {[program: string, ...options: string[]]} [check] `tsc` without it
 * @property {object} [options] of the compiler
 * @property {string} [entry] the package's entry that the files name by `import`, instead of a path in the repository
 */

/** @type {Project[]} */
const PROJECTS = [
  { form: "elements and events", packages: [TYPESCRIPT], files: ["types.ts"], entry: "career-ladder" },
  { form: "module", packages: [TYPESCRIPT], files: ["packages/module.ts"] },
  {
    form: "module, as Node resolves it",
    packages: [TYPESCRIPT],
    files: ["packages/module.ts"],
    options: { module: "nodenext", moduleResolution: "nodenext" },
  },
  {
    form: "React 18",
    packages: [TYPESCRIPT, "@types/react@18.3.32"],
    files: ["react/18.tsx"],
    entry: "career-ladder/react18",
    options: { jsx: "react-jsx" },
  },
  {
    form: "React 19",
    packages: [TYPESCRIPT, "@types/react@19.3.3"],
    files: ["react/19.tsx"],
    entry: "career-ladder/react",
    options: { jsx: "react-jsx" },
  },
  {
    form: "React 19, named in tsconfig.json",
    packages: [TYPESCRIPT, "@types/react@19.3.3"],
    files: ["react/19.tsx"],
    entry: "react",
    options: { jsx: "react-jsx", types: ["career-ladder/react"] },
  },
  {
    form: "Vue, templates",
    packages: VUE,
    files: ["packages/Post.vue"],
    check: ["vue-tsc"],
  },
  {
    form: "Vue, JSX",
    packages: VUE,
    files: ["packages/vue.tsx"],
    options: { jsx: "preserve", jsxImportSource: "vue" },
  },
  {
    form: "Svelte 5",
    packages: SVELTE,
    files: ["packages/Post.svelte"],
    check: ["svelte-check", "--fail-on-warnings"],
  },
  {
    form: "Solid",
    packages: [TYPESCRIPT, "solid-js@1.9.20"],
    files: ["packages/solid.tsx"],
    options: { jsx: "preserve", jsxImportSource: "solid-js" },
  },
];

export default {
  name: "Types",
  inCi: false,

  /** @param {Context} context */
  async test(context) {
    const rows = [];
    for (const [index, project] of PROJECTS.entries()) {
      rows.push(await row(project.form, () => check(context, project, `project-${index}`)));
    }
    return rows;
  },
};

/**
 * @param {Context} context
 * @param {Project} project
 * @param {string} name of the project's folder
 */
async function check({ work, packages, run, npmInstall }, project, name) {
  assert.ok(packages.npm, "the packages have no npm package");
  const { files, entry, check: [program, ...options] = ["tsc"] } = project;
  // Projects with the same packages share them.
  const root = join(work, project.packages.join("+").replaceAll("/", "-"));
  if (!existsSync(root)) {
    await npmInstall(root, [packages.npm, ...project.packages]);
  }
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const file of files) {
    const text = readFileSync(join(TESTS, file), "utf8");
    writeFileSync(join(folder, basename(file)), entry ? withEntry(text, entry) : text);
  }
  const config = {
    compilerOptions: { ...OPTIONS, ...project.options },
    vueCompilerOptions: { strictTemplates: true },
    include: files.map((file) => basename(file)),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config, null, 2));
  await run(join(root, "node_modules/.bin", program), options, { cwd: folder });
}

/**
 * Names an entry of the package instead of a file of the repository.
 * @param {string} text
 * @param {string} entry
 */
function withEntry(text, entry) {
  const reference = /^\/\/\/ <reference path=.*$/m;
  assert.match(text, reference);
  return text.replace(reference, `import type {} from "${entry}";`);
}
