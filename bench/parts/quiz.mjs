// A quiz from navigation to its sixth question, as one reader meets it.

import { Load } from "../browser.mjs";
import { median, sum } from "../figures.mjs";

/** So many more questions are answered at leisure. Nobody's quiz ends before. */
const STEPS = 4;
/** Nothing takes as long as this. */
const PATIENCE = 60_000;

function inTime(promise, what) {
  let timer;
  const late = new Promise(
    (_, fail) => (timer = setTimeout(() => fail(new Error(`${what}: nothing after ${PATIENCE} ms`)), PATIENCE)),
  );
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** What one load gives. `widgets` is how many of ours have to be up in the end. */
export async function quiz(browser, url, { widgets = 0, emptyHeap = 0 } = {}) {
  const load = await Load.open(
    browser,
    `bench.begun = Promise.race([bench.atOnce(), bench.failure]); bench.all = bench.up(${widgets});`,
  );
  try {
    await load.visit(url);
    const { first, answerable, second } = await inTime(load.run("bench.begun"), url);
    const all = await inTime(load.run("bench.all"), url);
    await load.settle();
    const { longTasks } = await load.run("bench.costs()");
    const requests = load.requests();
    const heap = (await load.heap()) - emptyHeap;
    const steps = [];
    for (let step = 0; step < STEPS; step++) {
      steps.push(await inTime(load.run(`bench.step(${(step + 1) % 3})`), url));
    }
    return {
      bytes: sum(requests.slice(1).map(({ bytes }) => bytes)),
      requests: requests.length - 1,
      first,
      answerable,
      second,
      ...(widgets && { all }),
      marked: median(steps.map(({ marked }) => marked)),
      frames: Math.max(...steps.map(({ frames }) => frames)),
      next: median(steps.map(({ next }) => next)),
      nextWorst: Math.max(...steps.map(({ next }) => next)),
      longTasks,
      heap,
      waterfall: requests,
    };
  } finally {
    await load.close();
  }
}

/** The heap of a page with nothing in it, and what its long tasks are. */
export async function nothing(browser, url) {
  const load = await Load.open(browser);
  try {
    await load.visit(url);
    await load.settle();
    const { longTasks } = await load.run("bench.costs()");
    return { longTasks, heap: await load.heap() };
  } finally {
    await load.close();
  }
}
