// What the figures were measured on, and what was measured.

import { readFileSync } from "node:fs";
import os from "node:os";

const PACKAGES = ["preact", "react", "react-dom", "react-quiz-component", "survey-core", "survey-js-ui"];

function system() {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))[1];
  } catch {
    return os.type();
  }
}

/** The machine, and how busy it was when the part that was just measured ended. */
export function machine() {
  const processors = os.cpus();
  return {
    processor: `${processors.length} × ${processors[0].model.trim()}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    system: system(),
    load: os.loadavg()[0],
  };
}

/** Of the browser and of Node; of the others where they were measured. */
export function versions(browser, others) {
  const file = (name) =>
    JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
  return {
    Chromium: browser.version(),
    Node: process.versions.node,
    ...(others && Object.fromEntries(PACKAGES.map((name) => [name, file(name).version]))),
  };
}
