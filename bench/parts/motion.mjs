// What moves after "Next", and whether the page lays out or paints anything while it does. Where something comes to a
// stand, the browser gives up its layer and paints what was in it once more: that is counted apart.

import { Load } from "../browser.mjs";
import { line, paragraphs, post } from "../post.mjs";
import { summary } from "../figures.mjs";
import { OURS } from "./rivals.mjs";

const SEEN = ["Layout", "Paint"];

export async function prepare(site) {
  site.add("/motion.html", post("ours", `${paragraphs(1)}\n${line(OURS)}`));
}

export async function run({ browser, origin, rounds, say }) {
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    seen.push(await watch(browser, `${origin}/motion.html`));
  }
  return summary(seen);
}

async function watch(browser, url) {
  const load = await Load.open(browser, "bench.begun = bench.atOnce();", { network: null });
  try {
    await load.visit(url);
    await load.run("bench.begun");
    await load.settle();
    const events = [];
    load.cdp.on("Tracing.dataCollected", ({ value }) => events.push(...value));
    await load.cdp.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["devtools.timeline", "blink.user_timing"] },
    });
    const moved = await load.run(`(async () => {
      await bench.pressUntil(() => bench.read().choices[3], () => bench.read().marked === 3, 2_000);
      await bench.pause(400);
      const { ask } = bench.read();
      await bench.pressUntil(() => bench.read()?.next, () => bench.read() && bench.read().ask !== ask, 2_000);
      // All that moves begins together, once the question is painted.
      const { shadowRoot } = document.querySelector("career-ladder");
      await bench.frame(() => shadowRoot.getAnimations().every(({ playState }) => playState === "running"));
      await bench.painted();
      performance.mark("bench-moves");
      const moving = bench.moving();
      await Promise.race(moving);
      performance.mark("bench-first-stands");
      await Promise.all(moving);
      performance.mark("bench-all-stand");
      return moving.length;
    })()`);
    const over = new Promise((done) => load.cdp.once("Tracing.tracingComplete", done));
    await load.cdp.send("Tracing.end");
    await over;
    const [start, first, last] = ["moves", "first-stands", "all-stand"].map((name) =>
      events.find((event) => event.name === `bench-${name}`),
    );
    return { moved, ...between(events, start, first, ""), ...between(events, first, last, "Later") };
  } finally {
    await load.close();
  }
}

/** How often each thing happened in the page between two marks, and how long that was. */
function between(events, start, end, suffix) {
  const inside = events.filter(
    ({ ts, pid, tid }) => pid === start.pid && tid === start.tid && ts > start.ts && ts < end.ts,
  );
  const counts = SEEN.map((name) => [name + suffix, inside.filter((event) => event.name === name).length]);
  return { [`time${suffix}`]: (end.ts - start.ts) / 1e3, ...Object.fromEntries(counts) };
}
