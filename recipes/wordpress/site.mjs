// A WordPress of our own: Debian's files in a folder, a database beside them, and PHP's own server.

import { spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unpackWordPress, versionOf } from "./debian.mjs";

/** @typedef {import("../lib/programs.mjs").run} Run */

/** Where Debian's package keeps WordPress. */
const DEBIAN = "/usr/share/wordpress";
/** The WordPress to test instead: a folder that has it, or the code name of the Debian release to take it from. */
const { WORDPRESS } = process.env;
/** A theme of blocks and a classic one. */
const THEMES = ["twentytwentythree", "twentytwentyone"];
/** Milliseconds until a server must answer. */
const START = 60_000;

/** The password of the users `administrator`, `author` and `contributor`. */
export const PASSWORD = "a long password for tests";

/**
 * Installs WordPress with the plugin and starts it.
 * @param {{ work: string, plugin: string, run: Run }} options `plugin` is the plugin's zip
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void> }>} `url` ends with a slash
 */
export async function startSite({ work, plugin, run }) {
  await installThemes(run);
  const folder = join(work, "site");
  cpSync(await wordpress(work, run), folder, { recursive: true, dereference: true });
  for (const name of THEMES) {
    const theme = join("wp-content/themes", name);
    cpSync(join(DEBIAN, theme), join(folder, theme), { recursive: true, dereference: true });
  }
  await run("unzip", ["-q", plugin, "-d", join(folder, "wp-content/plugins")]);
  mkdirSync(join(folder, "wp-content/mu-plugins"));
  cpSync(join(import.meta.dirname, "test-helper.php"), join(folder, "wp-content/mu-plugins/test-helper.php"));
  const database = await startDatabase(work, run);
  writeFileSync(join(folder, "wp-config.php"), configuration(database.socket));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const log = join(work, "php.log");
  const settings = ["-d", "upload_max_filesize=4M", "-d", "display_errors=0"];
  // One process would block itself: WordPress asks itself for pages.
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: "4" };
  const server = start("php", [...settings, "-S", `127.0.0.1:${port}`, "-t", folder], log, env);
  try {
    await run("php", [join(import.meta.dirname, "install.php"), url.slice(0, -1), PASSWORD], { cwd: folder });
    await until(async () => (await fetch(url)).ok);
  } catch (error) {
    await Promise.all([server.stop(), database.stop()]);
    throw error;
  }
  return { url, version: versionOf(folder), stop: async () => void (await Promise.all([server.stop(), database.stop()])) };
}

/**
 * The folder of the WordPress to test.
 * @param {string} work
 * @param {Run} run
 */
function wordpress(work, run) {
  if (!WORDPRESS) {
    return DEBIAN;
  }
  return existsSync(join(WORDPRESS, "wp-includes")) ? WORDPRESS : unpackWordPress(WORDPRESS, join(work, "debian"), run);
}

/** @param {Run} run */
async function installThemes(run) {
  const missing = THEMES.filter((name) => !existsSync(join(DEBIAN, "wp-content/themes", name)));
  if (missing.length) {
    const packages = missing.map((name) => `wordpress-theme-${name}`);
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
  }
}

/**
 * @param {string} work
 * @param {Run} run
 */
async function startDatabase(work, run) {
  const data = join(work, "database");
  // The path of a socket has little room.
  const folder = mkdtempSync(join(tmpdir(), "wordpress-"));
  const socket = join(folder, "db.sock");
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  const common = ["--no-defaults", `--datadir=${data}`, ...user];
  await run("mariadb-install-db", [...common, "--auth-root-authentication-method=normal", "--skip-test-db"]);
  const server = start("mariadbd", [...common, "--skip-networking", `--socket=${socket}`], join(work, "database.log"));
  const client = ["--no-defaults", `--socket=${socket}`, "--user=root"];
  await until(() => run("mariadb", [...client, "-e", "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4"]));
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { socket, stop };
}

/** @param {string} socket */
function configuration(socket) {
  return `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', true );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
}

/**
 * Starts a server that writes to a log.
 * @param {string} command
 * @param {string[]} args
 * @param {string} log
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(command, args, log, env = process.env) {
  // A group of its own, so that the server's workers end with it.
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  child.stdout.on("data", (text) => appendFileSync(log, text));
  child.stderr.on("data", (text) => appendFileSync(log, text));
  const ended = new Promise((done) => child.on("close", done));
  const stop = async () => {
    if (child.exitCode === null && child.pid) {
      process.kill(-child.pid, "SIGTERM");
      await ended;
    }
  };
  return { stop };
}

/** Repeats a call until it succeeds. @param {() => Promise<any>} call */
async function until(call) {
  for (const end = Date.now() + START; ; await new Promise((done) => setTimeout(done, 200))) {
    try {
      return await call();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
