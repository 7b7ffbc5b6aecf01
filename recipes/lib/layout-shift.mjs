// Measures how far the content of a page jumps while it loads.

/**
 * Records layout shifts in every document of the page from the start.
 * @param {import("playwright-core").Page} page
 */
export async function recordLayoutShifts(page) {
  await page.addInitScript(() => {
    const shifts = [];
    Object.defineProperty(window, Symbol.for("layout shifts"), { value: shifts });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        shifts.push({ value, hadRecentInput, nodes: sources.map(({ node }) => node?.nodeName) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/**
 * The sum of all shifts so far that no input of the reader explains, and the elements that moved.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{ score: number, moved: string[] }>}
 */
export async function layoutShift(page) {
  return page.evaluate(async () => {
    // The observer hears of a frame's shifts after the frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const shifts = window[Symbol.for("layout shifts")].filter(({ hadRecentInput }) => !hadRecentInput);
    return {
      score: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: [...new Set(shifts.flatMap(({ nodes }) => nodes))],
    };
  });
}
