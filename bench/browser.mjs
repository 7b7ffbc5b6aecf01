// Chromium, and a page of it on a slow network and a slow processor.

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

/** Slow 4G: 150 ms until an answer begins, 1.6 Mbit/s down, 750 kbit/s up. */
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** The processor is so many times slower. */
export const CPU = 4;
/** High enough that nobody has to scroll to "Next". */
export const VIEWPORT = { width: 1000, height: 1200 };
/** A page is done when the network has been quiet for so long. */
const QUIET = 1_000;

export function launch() {
  const executablePath = process.env.PATH.split(delimiter)
    .map((folder) => join(folder, "chromium"))
    .find(existsSync);
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}

/** One load of a page, by a browser that has never seen it. */
export class Load {
  page;
  cdp;
  #context;
  #requests = new Map();
  #under_way = 0;
  #last = performance.now();

  /** `script` runs in the page from its beginning. */
  static async open(browser, script = "", { network = NETWORK, cpu = CPU } = {}) {
    const load = new Load();
    load.#context = await browser.newContext({ viewport: VIEWPORT });
    load.page = await load.#context.newPage();
    load.cdp = await load.#context.newCDPSession(load.page);
    load.#listen();
    await load.cdp.send("Runtime.enable");
    await load.cdp.send("Runtime.addBinding", { name: "tap" });
    await load.cdp.send("Network.enable");
    if (network) {
      await load.cdp.send("Network.emulateNetworkConditions", network);
    }
    await load.cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await load.#context.addInitScript({ content: `${PROBE}\n${script}` });
    return load;
  }

  #listen() {
    this.cdp.on("Runtime.bindingCalled", ({ payload }) => this.tap(...JSON.parse(payload)));
    this.cdp.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
      this.#under_way++;
      this.#requests.set(requestId, { url: request.url, sent: timestamp });
    });
    this.cdp.on("Network.responseReceived", ({ requestId, timestamp }) => {
      Object.assign(this.#requests.get(requestId) ?? {}, { answered: timestamp });
    });
    const over = ({ requestId, timestamp, encodedDataLength }) => {
      this.#under_way--;
      this.#last = performance.now();
      Object.assign(this.#requests.get(requestId) ?? {}, { ended: timestamp, bytes: encodedDataLength });
    };
    this.cdp.on("Network.loadingFinished", over);
    this.cdp.on("Network.loadingFailed", over);
  }

  /** The mouse, as the operating system would report it. */
  async tap(x, y) {
    const button = { x, y, button: "left", clickCount: 1 };
    const down = this.cdp.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
    await Promise.all([down, this.cdp.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button })]).catch(
      () => {},
    );
  }

  async visit(url) {
    await this.page.goto(url, { waitUntil: "commit" });
  }

  run(expression) {
    return this.page.evaluate(expression);
  }

  /** Until nothing is fetched any more. */
  async settle() {
    while (this.#under_way > 0 || performance.now() - this.#last < QUIET) {
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** What went over the wire: for each request its name, its bytes, and when it was sent, answered and ended. */
  requests() {
    const all = [...this.#requests.values()].filter(({ url }) => url.startsWith("http"));
    const start = all[0]?.sent ?? 0;
    const since = (time) => time && (time - start) * 1e3;
    return all.map(({ url, sent, answered, ended, bytes = 0 }) => {
      return { name: new URL(url).pathname, sent: since(sent), answered: since(answered), ended: since(ended), bytes };
    });
  }

  /** The bytes that the page holds after a collection: the heaps of scripts and of the document, buffers, and wasm's
   *  memory, which Chromium counts with none of them. */
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
