// The WordPress of another Debian release, unpacked in a folder. Nothing of it is installed.

import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** WordPress, the packages that its files link to, and the theme that comes with it. */
const PACKAGES = [
  "wordpress",
  "wordpress-theme-twentytwentyfive",
  "libphp-phpmailer",
  "php-getid3",
  "libjs-cropper",
  "libjs-jquery",
  "libjs-jquery-ui",
  "libjs-lodash",
  "libjs-underscore",
];

/**
 * Downloads and unpacks the WordPress of a Debian release; returns its folder.
 * @param {string} release its code name, `trixie` or `sid`
 * @param {string} work an empty folder
 * @param {import("../lib/programs.mjs").run} run
 */
export async function unpackWordPress(release, work, run) {
  const folder = (/** @type {string} */ name) => join(work, name);
  ["lists/partial", "cache/archives/partial", "packages", "root"].forEach((name) => {
    mkdirSync(folder(name), { recursive: true });
  });
  // The mirror is the one of this machine.
  const uris = await run("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian"]);
  const [mirror] = uris.split("\n").filter((uri) => uri && !uri.includes("security"));
  writeFileSync(folder("sources.list"), `deb ${mirror} ${release} main\n`);
  const options = {
    "Dir::Etc::sourcelist": folder("sources.list"),
    "Dir::Etc::sourceparts": "/dev/null",
    "Dir::State::lists": folder("lists"),
    "Dir::State::status": "/dev/null",
    "Dir::Cache": folder("cache"),
    // The user `_apt` may not write into this folder.
    "APT::Sandbox::User": "root",
  };
  const apt = (/** @type {string[]} */ ...args) => {
    const settings = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
    return run("apt-get", [...settings, ...args], { cwd: folder("packages") });
  };
  await apt("update");
  await apt("download", ...PACKAGES);
  for (const file of readdirSync(folder("packages"))) {
    await run("dpkg-deb", ["-x", join(folder("packages"), file), folder("root")]);
  }
  const wordpress = folder("wordpress");
  cpSync(folder("root/usr/share/wordpress"), wordpress, { recursive: true, dereference: true });
  return wordpress;
}

/**
 * The version of the WordPress in a folder.
 * @param {string} folder
 * @returns {string}
 */
export function versionOf(folder) {
  const file = readFileSync(join(folder, "wp-includes/version.php"), "utf8");
  return /\$wp_version = '([^']+)'/.exec(file)?.[1] ?? "of unknown version";
}
