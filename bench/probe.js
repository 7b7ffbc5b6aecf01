// Runs in the page from the beginning, watches the quiz, and asks the bench for real mouse clicks.
//
// A callback of `requestAnimationFrame` runs before style, layout and paint of its frame. An urgent task posted by that
// callback runs right after them. So a change that is in the document in the callback has been painted when the task
// runs, and that is the time recorded. The time until the screen shows it is the same for all quizzes.
/* global clickAt */

(() => {
  /** For each quiz a function that returns the question shown, or null. */
  const ADAPTERS = {
    ours() {
      const root = document.querySelector("career-ladder")?.shadowRoot;
      const group = root?.querySelector('[role="radiogroup"]');
      if (!group) {
        // A long list of titles, which opens outside of the page: the question is skipped.
        const skip = root?.querySelector(".choice > select + button");
        return skip ? question(root.getElementById("ask"), [skip], () => false, null) : null;
      }
      const title = root.getElementById(group.getAttribute("aria-labelledby"));
      const next = [...root.querySelectorAll(".actions button")].find(({ textContent }) =>
        /^(Next|See my stage)$/.test(textContent),
      );
      return question(title, group.querySelectorAll('input[type="radio"]'), ({ checked }) => checked, next);
    },
    bare() {
      return ADAPTERS.preact();
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
      const title = document.querySelector("#quiz .sd-question__title");
      return radios.length ? question(title, radios, ({ checked }) => checked, next) : null;
    },
  };

  /** The question shown: its text, its choices, the index of the marked one (or -1), and the button "Next". */
  function question(title, choices, isMarked, next) {
    if (!title || !choices.length || !title.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return null;
    return { ask: title.textContent.trim(), choices, next, marked: [...choices].findIndex(isMarked) };
  }

  let adapter;
  function read() {
    adapter ??= ADAPTERS[document.documentElement?.dataset.quiz];
    return adapter?.() ?? null;
  }

  /** Waits for a frame in which `test` returns something truthy, and resolves to that. The code that awaits it goes on
   *  inside of that frame, before it is painted. */
  function frameWhere(test) {
    return new Promise((done) => {
      const check = () => {
        const found = test();
        if (found) done(found);
        else requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    });
  }

  /** The time at which the current frame has been painted. */
  function paintTime() {
    return scheduler.postTask(() => performance.now(), { priority: "user-blocking" });
  }

  const pause = (time) => new Promise((done) => setTimeout(done, time));

  /** Asks for a mouse click on this element. A radio button that a style sheet hides is clicked through its label. */
  function click(element) {
    const box = (target) => target.getBoundingClientRect();
    const isHidden = box(element).width < 8 || !element.checkVisibility({ opacityProperty: true });
    const target = isHidden ? (element.closest("label") ?? element) : element;
    if (box(target).top < 0 || box(target).bottom > innerHeight)
      target.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = box(target);
    clickAt(JSON.stringify([left + width / 2, top + height / 2]));
  }

  /** Clicks the element until `test` succeeds, again every `interval` milliseconds. Resolves to the time at which that
   *  frame has been painted. */
  async function clickUntil(element, test, interval) {
    let next = 0;
    await frameWhere(() => {
      frames++;
      if (test()) return true;
      const target = performance.now() >= next && element();
      if (target) {
        click(target);
        next = performance.now() + interval;
      }
      return false;
    });
    return paintTime();
  }

  // The time at which the mouse button was released last, and the number of frames since then.
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

  let readyWidgets = 0;
  addEventListener("ladder-ready", () => readyWidgets++);
  /** Rejects if a widget fails, so that the bench does not wait for it. Never resolves. */
  const failure = new Promise((_, fail) => {
    addEventListener("ladder-error", ({ detail }) =>
      fail(new Error(`${detail.message} ${JSON.stringify(detail.problems)}`)),
    );
  });

  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  /** Answers the first question in the frame that paints it, and goes on to the second one without a pause. */
  async function answerAtOnce() {
    const { ask } = await frameWhere(read);
    const first = paintTime();
    const marked = clickUntil(
      () => read()?.choices[0],
      () => read()?.marked === 0,
      200,
    );
    await marked;
    const isSecond = () => {
      const shown = read();
      return shown && shown.ask !== ask;
    };
    const second = await clickUntil(() => read()?.next, isSecond, 2_000);
    return { asks: [ask, read().ask], first: await first, answerable: await marked, second };
  }

  /** The time at which this number of career-ladder widgets has become ready. */
  async function ready(count) {
    await frameWhere(() => readyWidgets >= count);
    return paintTime();
  }

  /** Pauses, marks a choice, pauses, and clicks "Next": the times from releasing the mouse button to the paint. */
  async function answerNext(choice) {
    await pause(300);
    const { ask } = read();
    const markedAt = await clickUntil(
      () => read()?.choices[choice],
      () => read()?.marked === choice,
      2_000,
    );
    const marked = { time: markedAt - released, frames };
    await pause(300);
    const nextAt = await clickUntil(
      () => read()?.next,
      () => read() && read().ask !== ask,
      2_000,
    );
    return { marked: marked.time, frames: marked.frames, next: nextAt - released, ask: read().ask };
  }

  /** The costs of the page since navigation: duration and number of long tasks, the layout shift, and the time of the
   *  largest contentful paint. */
  function pageCosts() {
    return {
      longTasks: sum(tasks.map(({ duration }) => duration)),
      longTaskCount: tasks.length,
      shift: sum(shifts.map(({ value }) => value)),
      largest: largest?.startTime ?? null,
    };
  }

  /** A promise for the end of each animation in the widget. */
  function animationEnds() {
    return document
      .querySelector("career-ladder")
      .shadowRoot.getAnimations()
      .map(({ finished }) => finished);
  }

  globalThis.bench = {
    failure,
    answerAtOnce,
    ready,
    answerNext,
    pageCosts,
    animationEnds,
    read,
    clickUntil,
    frameWhere,
    paintTime,
    pause,
  };
})();
