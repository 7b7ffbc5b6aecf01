// Describes the machine and the versions that figures were measured with.

import { readFileSync } from "node:fs";
import os from "node:os";

const COMPARED = ["preact", "react", "react-dom", "react-quiz-component", "survey-core", "survey-js-ui"];

function system() {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))[1];
  } catch {
    return os.type();
  }
}

/** The machine, with its load average now, at the end of a suite. */
export function machine() {
  const processors = os.cpus();
  return {
    processor: `${processors.length} × ${processors[0].model.trim()}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    system: system(),
    load: os.loadavg()[0],
  };
}

/** The versions of browser and Node, and of the packages that the widget is compared with if they were measured. */
export function versions(browser, withCompared) {
  const manifest = (name) =>
    JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
  return {
    Chromium: browser.version(),
    Node: process.versions.node,
    ...(withCompared && Object.fromEntries(COMPARED.map((name) => [name, manifest(name).version]))),
  };
}
