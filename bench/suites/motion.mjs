// Counts layouts and paints of the page while animations run after a click on "Next". When an animation ends, the
// browser gives up its layer and paints the content once more, so that phase is counted separately.

import { PageLoad } from "../browser.mjs";
import { paragraphs, post, snippet } from "../post.mjs";
import { summarize } from "../statistics.mjs";
import { OURS } from "./rivals.mjs";

const COUNTED = ["Layout", "Paint"];

/** Marks a choice, clicks "Next", and puts marks where the animations run and end. Returns the number of animations. */
const GO_ON_AND_MARK_ANIMATIONS = `(async () => {
  await bench.clickUntil(() => bench.read().choices[3], () => bench.read().marked === 3, 2_000);
  await bench.pause(400);
  const { ask } = bench.read();
  await bench.clickUntil(() => bench.read()?.next, () => bench.read() && bench.read().ask !== ask, 2_000);
  // All animations begin together, after the question is painted.
  const { shadowRoot } = document.querySelector("career-ladder");
  await bench.frameWhere(() => shadowRoot.getAnimations().every(({ playState }) => playState === "running"));
  await bench.paintTime();
  performance.mark("bench-all-run");
  const ends = bench.animationEnds();
  await Promise.race(ends);
  performance.mark("bench-first-ended");
  await Promise.all(ends);
  performance.mark("bench-all-ended");
  return ends.length;
})()`;

export async function prepare(site) {
  site.add("/motion.html", post("ours", `${paragraphs(1)}\n${snippet(OURS)}`));
}

export async function run({ browser, origin, rounds, log }) {
  const traces = [];
  for (let round = 0; round < rounds; round++) {
    log(`round ${round + 1} of ${rounds}`);
    traces.push(await trace(browser, `${origin}/motion.html`));
  }
  return summarize(traces);
}

async function trace(browser, url) {
  const load = await PageLoad.open(browser, "bench.firstAnswer = bench.answerAtOnce();", { network: null });
  try {
    await load.visit(url);
    await load.run("bench.firstAnswer");
    await load.waitForIdleNetwork();
    const events = [];
    load.cdp.on("Tracing.dataCollected", ({ value }) => events.push(...value));
    await load.cdp.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["devtools.timeline", "blink.user_timing"] },
    });
    const moved = await load.run(GO_ON_AND_MARK_ANIMATIONS);
    const traced = new Promise((done) => load.cdp.once("Tracing.tracingComplete", done));
    await load.cdp.send("Tracing.end");
    await traced;
    const [start, first, last] = ["all-run", "first-ended", "all-ended"].map((name) =>
      events.find((event) => event.name === `bench-${name}`),
    );
    return { moved, ...countBetween(events, start, first, ""), ...countBetween(events, first, last, "Later") };
  } finally {
    await load.close();
  }
}

/** The time between two marks, and the number of layouts and paints of the page in it. */
function countBetween(events, start, end, suffix) {
  const inside = events.filter(
    ({ ts, pid, tid }) => pid === start.pid && tid === start.tid && ts > start.ts && ts < end.ts,
  );
  const counts = COUNTED.map((name) => [name + suffix, inside.filter((event) => event.name === name).length]);
  return { [`time${suffix}`]: (end.ts - start.ts) / 1e3, ...Object.fromEntries(counts) };
}
