// Stands in the page from its beginning, watches what is painted, and asks for real clicks.
//
// A frame: `requestAnimationFrame` runs before the styles, the layout and the painting of the frame that it belongs to,
// and an urgent task that it posts comes right after them. So what stands in the document in such a callback is painted
// when that task runs, which is when we look at the clock. What the screen needs after that is the same for everybody.
/* global tap */

(() => {
  /** How the quizzes are read: the question, its choices, which of them is marked, and the way on. */
  const READERS = {
    ours() {
      const root = document.querySelector("career-ladder")?.shadowRoot;
      const group = root?.querySelector('[role="radiogroup"]');
      if (!group) return null;
      const asks = root.getElementById(group.getAttribute("aria-labelledby"));
      const next = [...root.querySelectorAll(".actions button")].find(({ textContent }) =>
        /^(Next|See my stage)$/.test(textContent),
      );
      return question(asks, group.querySelectorAll('input[type="radio"]'), ({ checked }) => checked, next);
    },
    bare() {
      return READERS.preact();
    },
    preact() {
      const form = document.querySelector(".quiz form");
      const isChecked = ({ checked }) => checked;
      return (
        form &&
        question(
          form.querySelector("legend"),
          form.querySelectorAll('input[type="radio"]'),
          isChecked,
          form.querySelector(".next"),
        )
      );
    },
    react() {
      const box = document.querySelector(".questionWrapperBody");
      const isMarked = ({ classList }) => ["selected", "correct", "incorrect"].some((name) => classList.contains(name));
      return (
        box &&
        question(
          box.querySelector("h3"),
          box.querySelectorAll(".answerBtn"),
          isMarked,
          box.querySelector(".nextQuestionBtn"),
        )
      );
    },
    survey() {
      const radios = document.querySelectorAll('#quiz input[type="radio"]');
      const next = document.querySelector("#quiz .sd-navigation__next-btn, #quiz .sd-navigation__complete-btn");
      const asks = document.querySelector("#quiz .sd-question__title");
      return radios.length ? question(asks, radios, ({ checked }) => checked, next) : null;
    },
  };

  function question(asks, choices, isMarked, next) {
    if (!asks || !choices.length || !asks.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return null;
    return { ask: asks.textContent.trim(), choices, next, marked: [...choices].findIndex(isMarked) };
  }

  let reader;
  function read() {
    reader ??= READERS[document.documentElement?.dataset.quiz];
    return reader?.() ?? null;
  }

  /** Waits for the frame in which `test` gives something. Whoever awaits it goes on inside of that frame, before it is
   *  painted. */
  function frame(test) {
    return new Promise((done) => {
      const look = () => {
        const found = test();
        if (found) done(found);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }

  /** The time when the frame that we are in is painted. */
  function painted() {
    return scheduler.postTask(() => performance.now(), { priority: "user-blocking" });
  }

  const pause = (time) => new Promise((done) => setTimeout(done, time));

  /** Has the mouse press here, for real. Radios that a style sheet has hidden are pressed by their labels. */
  function press(element) {
    const box = (one) => one.getBoundingClientRect();
    const isHidden = box(element).width < 8 || !element.checkVisibility({ opacityProperty: true });
    const target = isHidden ? (element.closest("label") ?? element) : element;
    if (box(target).top < 0 || box(target).bottom > innerHeight)
      target.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = box(target);
    tap(JSON.stringify([left + width / 2, top + height / 2]));
  }

  /** Presses until `test` gives something, again whenever patience is at an end; the time when that is painted. */
  async function pressUntil(element, test, patience) {
    let next = 0;
    await frame(() => {
      frames++;
      if (test()) return true;
      const target = performance.now() >= next && element();
      if (target) {
        press(target);
        next = performance.now() + patience;
      }
      return false;
    });
    return painted();
  }

  // When the reader let go, and how many frames it took from there.
  let released = 0;
  let frames = 0;
  addEventListener("pointerup", ({ timeStamp }) => ((released = timeStamp), (frames = 0)), true);

  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
    type: "layout-shift",
    buffered: true,
  });
  let largest = null;
  new PerformanceObserver((list) => (largest = list.getEntries().at(-1))).observe({
    type: "largest-contentful-paint",
    buffered: true,
  });

  let ready = 0;
  addEventListener("ladder-ready", () => ready++);
  /** Never comes, or fails: a widget that gives up is nothing to wait for. */
  const failure = new Promise((_, fail) => {
    addEventListener("ladder-error", ({ detail }) =>
      fail(new Error(`${detail.message} ${JSON.stringify(detail.problems)}`)),
    );
  });

  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

  /** A quiz from navigation to the second question, by a reader who wastes no moment. */
  async function atOnce() {
    const { ask } = await frame(read);
    const first = painted();
    const marked = pressUntil(
      () => read()?.choices[0],
      () => read()?.marked === 0,
      200,
    );
    await marked;
    const isNext = () => {
      const shown = read();
      return shown && shown.ask !== ask;
    };
    const second = await pressUntil(() => read()?.next, isNext, 2_000);
    return { asks: [ask, read().ask], first: await first, answerable: await marked, second };
  }

  /** The time when so many of our widgets are up. */
  async function up(count) {
    await frame(() => ready >= count);
    return painted();
  }

  /** Answers the question that is shown, after a pause, and goes on: how long each took to be painted. */
  async function step(place) {
    await pause(300);
    const { ask } = read();
    const marked = await pressUntil(
      () => read()?.choices[place],
      () => read()?.marked === place,
      2_000,
    );
    const choice = { time: marked - released, frames };
    await pause(300);
    const next = await pressUntil(
      () => read()?.next,
      () => read() && read().ask !== ask,
      2_000,
    );
    return { marked: choice.time, frames: choice.frames, next: next - released, ask: read().ask };
  }

  /** What the page has cost so far. */
  function costs() {
    return {
      longTasks: sum(tasks.map(({ duration }) => duration)),
      longTaskCount: tasks.length,
      shift: sum(shifts.map(({ value }) => value)),
      largest: largest?.startTime ?? null,
    };
  }

  /** What moves in the widget: promises, one for each thing that has come to a stand. */
  function moving() {
    return document
      .querySelector("career-ladder")
      .shadowRoot.getAnimations()
      .map(({ finished }) => finished);
  }

  globalThis.bench = { failure, atOnce, up, step, costs, moving, read, press, pressUntil, frame, painted, pause };
})();
