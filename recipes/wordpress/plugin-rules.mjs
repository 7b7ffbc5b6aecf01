// The rules of WordPress's plugin check that need nothing but the plugin's files.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectEqual } from "./expect.mjs";

/** The longest short description that the directory shows. */
const SHORT_DESCRIPTION = 150;
/** The directory ignores further tags. */
const MOST_TAGS = 5;

/** @param {string} plugin the plugin's folder */
export function checkRules(plugin) {
  const files = readdirSync(plugin, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  checkHeaders(plugin);
  for (const path of paths) {
    expect(!/(^|\/)\.[^/]+$/.test(path), `${path} is a hidden file`);
    const isText = /\.(php|txt|json|pot)$/.test(path) && !path.includes("/assets/");
    expect(!isText || !readFileSync(path, "utf8").includes("{{"), `${path} has a placeholder`);
  }
  for (const path of paths.filter((path) => path.endsWith(".php"))) {
    checkPhp(path, readFileSync(path, "utf8"));
  }
}

/** The headers of the plugin's main file and of its readme must agree. @param {string} plugin */
function checkHeaders(plugin) {
  const main = readFileSync(join(plugin, "career-ladder.php"), "utf8");
  const readme = readFileSync(join(plugin, "readme.txt"), "utf8");
  const of = (/** @type {string} */ text, /** @type {string} */ name) => text.match(new RegExp(`^(?: \\* )?${name}: *(.+)$`, "m"))?.[1];
  for (const name of ["Requires at least", "Requires PHP", "License", "License URI"]) {
    expect(of(main, name), `the main file has no ${name}`);
    expectEqual(of(readme, name), of(main, name), `${name} of the readme`);
  }
  expectEqual(of(readme, "Stable tag"), of(main, "Version"), "the stable tag");
  expectEqual(of(main, "Text Domain"), "career-ladder", "the text domain");
  expect(/^\d+\.\d+$/.test(of(readme, "Tested up to") ?? ""), "the readme does not say up to which version it was tested");
  expect((of(readme, "Tags") ?? "").split(",").length <= MOST_TAGS, "the readme has too many tags");
  const [, changes] = readme.split("== Changelog ==");
  expectEqual(changes?.match(/^= (.+) =$/m)?.[1], of(readme, "Stable tag"), "the newest version in the change log of the readme");
  const [short] = readme.split(/\n\n/).slice(1);
  expect(short.length <= SHORT_DESCRIPTION, `the short description has ${short.length} characters`);
}

/**
 * @param {string} path
 * @param {string} source
 */
function checkPhp(path, source) {
  expect(source.includes("defined( 'ABSPATH' ) || exit;"), `${path} can be requested by itself`);
  expect(!/\b(echo|print|eval|printf|curl_\w+|wp_remote_\w+)\b[ (]/.test(source), `${path} prints, evaluates or fetches`);
  expect(!/\$_(GET|POST|REQUEST|COOKIE|SERVER)/.test(source), `${path} reads the request`);
  expect(!/<\?(?!php)/.test(source), `${path} has a short tag`);
  for (const [, name] of source.matchAll(/^(?:function |const )&?(\w+)/gm)) {
    expect(/^career_ladder_/i.test(name), `${name} in ${path} has no prefix`);
  }
  for (const [call, domain] of source.matchAll(/\b_[_exn]\(\s*'(?:[^'\\]|\\.)*',\s*('[^']*')/g)) {
    expect(domain === "'career-ladder'", `another text domain in ${path}: ${call}`);
  }
}
