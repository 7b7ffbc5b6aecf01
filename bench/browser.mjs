// Starts Chromium, and loads pages in it on a slow network and a slow processor.

import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Slow 4G: 150 ms until a response begins, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** The factor by which the developer tools slow the processor down. */
const CPU_SLOWDOWN = 4;
/** High enough that every quiz shows "Next" without scrolling. */
const VIEWPORT = { width: 1000, height: 1200 };
/** A page counts as loaded once the network has been idle for this many milliseconds. */
const IDLE = 1_000;

export function launch() {
  const executablePath = process.env.PATH.split(delimiter)
    .map((folder) => join(folder, "chromium"))
    .find(existsSync);
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}

/** One load of a page, in a browser context with an empty cache. */
export class PageLoad {
  page;
  cdp;
  #context;
  #requests = new Map();
  #pending = 0;
  #lastResponse = performance.now();

  /** Opens an empty page. `script` will run in it before the scripts of any document. */
  static async open(browser, script = "", { network = SLOW_4G } = {}) {
    const load = new PageLoad();
    load.#context = await browser.newContext({ viewport: VIEWPORT });
    load.page = await load.#context.newPage();
    load.cdp = await load.#context.newCDPSession(load.page);
    load.#listen();
    await load.cdp.send("Runtime.enable");
    await load.cdp.send("Runtime.addBinding", { name: "clickAt" });
    await load.cdp.send("Network.enable");
    if (network) {
      await load.cdp.send("Network.emulateNetworkConditions", network);
    }
    await load.cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    await load.#context.addInitScript({ content: `${PROBE}\n${script}` });
    return load;
  }

  #listen() {
    this.cdp.on("Runtime.bindingCalled", ({ payload }) => this.#clickAt(...JSON.parse(payload)));
    this.cdp.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
      this.#pending++;
      this.#requests.set(requestId, { url: request.url, sent: timestamp });
    });
    this.cdp.on("Network.responseReceived", ({ requestId, timestamp }) => {
      Object.assign(this.#requests.get(requestId) ?? {}, { answered: timestamp });
    });
    const onEnd = ({ requestId, timestamp, encodedDataLength }) => {
      this.#pending--;
      this.#lastResponse = performance.now();
      Object.assign(this.#requests.get(requestId) ?? {}, { ended: timestamp, bytes: encodedDataLength });
    };
    this.cdp.on("Network.loadingFinished", onEnd);
    this.cdp.on("Network.loadingFailed", onEnd);
  }

  /** Sends a mouse click as the operating system would report it. */
  async #clickAt(x, y) {
    const button = { x, y, button: "left", clickCount: 1 };
    const down = this.cdp.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
    await Promise.all([down, this.cdp.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button })]).catch(
      () => {},
    );
  }

  /** Navigates, and returns as soon as the document begins to arrive. */
  async visit(url) {
    await this.page.goto(url, { waitUntil: "commit" });
  }

  /** Evaluates an expression in the page, and waits for its promise. */
  run(expression) {
    return this.page.evaluate(expression);
  }

  /** Waits until the network is idle. */
  async waitForIdleNetwork() {
    while (this.#pending > 0 || performance.now() - this.#lastResponse < IDLE) {
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Every request: its path, its bytes, and when it was sent, answered and ended, in milliseconds since the first. */
  requests() {
    const all = [...this.#requests.values()].filter(({ url }) => url.startsWith("http"));
    const start = all[0]?.sent ?? 0;
    const since = (time) => time && (time - start) * 1e3;
    return all.map(({ url, sent, answered, ended, bytes = 0 }) => {
      return { name: new URL(url).pathname, sent: since(sent), answered: since(answered), ended: since(ended), bytes };
    });
  }

  /** The bytes that the page holds after a garbage collection: the heaps of scripts and document, buffers, and the
   *  memory of wasm, which Chromium does not count among the buffers. */
  async heap() {
    await this.cdp.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await this.cdp.send("Runtime.getHeapUsage");
    return usedSize + embedderHeapUsedSize + backingStorageSize + (await this.#wasmMemory());
  }

  async #wasmMemory() {
    const objectGroup = "memory";
    const { result } = await this.cdp.send("Runtime.evaluate", {
      expression: "WebAssembly.Memory.prototype",
      objectGroup,
    });
    const { objects } = await this.cdp.send("Runtime.queryObjects", {
      prototypeObjectId: result.objectId,
      objectGroup,
    });
    const sum = await this.cdp.send("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
      returnByValue: true,
    });
    await this.cdp.send("Runtime.releaseObjectGroup", { objectGroup });
    return sum.result.value;
  }

  close() {
    return this.#context.close();
  }
}
