// Does the quiz as a reader would, by the names that a reader sees.

import { errorsOf } from "./page.mjs";
import { words } from "./words.mjs";

/** No quiz asks more questions, the one for the reader's title included. */
const MOST_QUESTIONS = 12;
/** Milliseconds until the first screen of a widget must be there; the slowest machine that builds has one core. */
const FIRST_SCREEN = 30_000;
/** Milliseconds until the next question must be there. */
const NEXT_QUESTION = 15_000;

/**
 * Does the quiz in each widget of the page, up to the outcome. Fails if a widget does not get there, if its first
 * screen is not painted, or if the console has errors.
 * @param {import("playwright-core").Page} page opened by `openPage`
 * @param {object} [options]
 * @param {number} [options.widgets] how many widgets the page has
 * @param {import("playwright-core").FrameLocator} [options.frame] the frame that the widgets are in
 * @param {string} [options.language] the language of the widgets, as a tag
 * @param {RegExp} [options.expectedErrors] errors of the page itself
 * @returns {Promise<string[]>} the headings of the outcomes
 */
export async function clickThrough(page, { widgets = 1, frame, language = "en", expectedErrors } = {}) {
  const all = (frame ?? page).locator("career-ladder");
  await all.nth(widgets - 1).waitFor({ timeout: FIRST_SCREEN });
  const count = await all.count();
  if (count !== widgets) {
    throw new Error(`the page has ${count} widgets instead of ${widgets}`);
  }
  const headings = [];
  let failure = "";
  try {
    for (let index = 0; index < widgets; index++) {
      headings.push(await clickThroughWidget(all.nth(index), words(language)));
    }
  } catch (error) {
    failure = `${error.message}\n`;
  }
  const errors = errorsOf(page, expectedErrors);
  if (failure || errors.length) {
    throw new Error(`${failure}errors on the page: ${errors.join("\n") || "none"}`);
  }
  return headings;
}

/**
 * @param {import("playwright-core").Locator} widget
 * @param {ReturnType<typeof words>} names
 */
async function clickThroughWidget(widget, names) {
  await widget.scrollIntoViewIfNeeded();
  const start = widget.getByRole("button", { name: names.start, exact: true });
  const skip = widget.getByRole("button", { name: names.skip, exact: true });
  // A widget with start="quiz" begins with the first question.
  await start.or(skip).first().waitFor({ timeout: FIRST_SCREEN });
  await checkPainted(widget);
  if (await start.isVisible()) {
    await start.click();
  }
  await skip.click();
  const outcome = widget.getByRole("tablist", { name: names.outcome, exact: true });
  const question = widget.getByRole("radiogroup");
  for (let asked = 1; ; asked++) {
    await question.or(outcome).first().waitFor();
    if (await outcome.isVisible()) {
      break;
    }
    if (asked > MOST_QUESTIONS) {
      throw new Error(`the quiz asks more than ${MOST_QUESTIONS} questions`);
    }
    await answer(widget, question, names.goOn);
  }
  const heading = widget.getByRole("heading", { name: names.heading });
  await heading.waitFor();
  return (await heading.innerText()).trim();
}

/**
 * Fails if the widget has no size or draws nothing.
 * @param {import("playwright-core").Locator} widget
 */
async function checkPainted(widget) {
  const { width, height, text } = await widget.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width, height, text: element.shadowRoot?.textContent?.trim() };
  });
  if (!(width >= 200 && height >= 200 && text)) {
    throw new Error(`the first screen is ${width} x ${height} px and has the text ${JSON.stringify(text)}`);
  }
}

/**
 * Chooses the first answer and goes on, to another question or to the outcome.
 * @param {import("playwright-core").Locator} widget
 * @param {import("playwright-core").Locator} question
 * @param {RegExp} goOn
 */
async function answer(widget, question, goOn) {
  const text = await question.textContent();
  await question.locator("label").first().click();
  await widget.getByRole("button", { name: goOn }).click();
  await widget.evaluate(
    (element, { text, longest }) =>
      new Promise((done, fail) => {
        const end = performance.now() + longest;
        const look = () => {
          const question = element.shadowRoot?.querySelector('[role="radiogroup"]');
          if (question?.textContent !== text) {
            done(undefined);
          } else if (performance.now() > end) {
            fail(new Error(`the quiz stays at a question: ${text}`));
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      }),
    { text, longest: NEXT_QUESTION },
  );
}
