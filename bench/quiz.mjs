// Measures one load of a quiz, from navigation to its sixth question.

import { PageLoad } from "./browser.mjs";
import { median, sum } from "./statistics.mjs";

/** Questions answered with pauses, after the first one. No quiz is over before. */
const STEPS = 4;
/** Milliseconds after which the page is taken to hang. */
const TIMEOUT = 60_000;

function withTimeout(promise, label) {
  let timer;
  const timeout = new Promise(
    (_, fail) => (timer = setTimeout(() => fail(new Error(`${label}: nothing after ${TIMEOUT} ms`)), TIMEOUT)),
  );
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

/** The figures of one load. `widgets` is the number of career-ladder widgets that must become ready. `emptyHeap` is the
 *  heap of the page without a quiz. */
export async function measureQuiz(browser, url, { widgets = 0, emptyHeap = 0 } = {}) {
  const load = await PageLoad.open(
    browser,
    `bench.firstAnswer = Promise.race([bench.answerAtOnce(), bench.failure]); bench.all = bench.ready(${widgets});`,
  );
  try {
    await load.visit(url);
    const { first, answerable, second } = await withTimeout(load.run("bench.firstAnswer"), url);
    const all = await withTimeout(load.run("bench.all"), url);
    await load.waitForIdleNetwork();
    const { longTasks } = await load.run("bench.pageCosts()");
    const requests = load.requests();
    const heap = (await load.heap()) - emptyHeap;
    const steps = [];
    for (let step = 0; step < STEPS; step++) {
      steps.push(await withTimeout(load.run(`bench.answerNext(${(step + 1) % 3})`), url));
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

/** The heap and the long tasks of a page without a quiz. */
export async function measureEmptyPage(browser, url) {
  const load = await PageLoad.open(browser);
  try {
    await load.visit(url);
    await load.waitForIdleNetwork();
    const { longTasks } = await load.run("bench.pageCosts()");
    return { longTasks, heap: await load.heap() };
  } finally {
    await load.close();
  }
}
