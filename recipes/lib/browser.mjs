// Starts Chromium.

import { chromium } from "playwright-core";
import { find } from "./programs.mjs";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser() {
  const executablePath = find("chromium");
  if (!executablePath) {
    throw new Error("chromium is missing. On Debian run as root: apt-get install --no-install-recommends chromium");
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
