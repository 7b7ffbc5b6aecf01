// Starts a server that runs until the test closes it.

import { spawn } from "node:child_process";

/** Milliseconds until the server must say its address. */
const START = 120_000;
/** An address of this machine with a port, as servers print it. */
const ADDRESS = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/;
/** What terminals show as colours. */
const COLOURS = /\x1b\[[\d;]*m/g;

/**
 * Starts a program, and waits until it prints the address that it serves.
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {Record<string, string>} [options.env] added to the environment
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function start(command, args, { cwd, env }) {
  // A group of its own, so that processes which it starts end with it.
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((done) => child.once("close", done));
  const stop = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, "SIGTERM");
    }
  };
  process.once("exit", stop);
  const close = async () => {
    process.off("exit", stop);
    stop();
    await ended;
  };
  let output = "";
  /** @type {Promise<string>} */
  const address = new Promise((done, fail) => {
    const failWith = (/** @type {string} */ reason) => fail(new Error(`${command} ${args.join(" ")}: ${reason}\n${output}`));
    const timer = setTimeout(() => failWith("says no address"), START);
    const read = (/** @type {string} */ text) => {
      output += text.replace(COLOURS, "");
      const [found] = ADDRESS.exec(output) ?? [];
      if (found) {
        clearTimeout(timer);
        done(found);
      }
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", (error) => failWith(error.message));
    child.once("exit", (code) => {
      clearTimeout(timer);
      failWith(`ended (${code})`);
    });
  });
  try {
    return { url: `${(await address).replace("127.0.0.1", "localhost")}/`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
