// A quiz as a good developer would write it by hand: ten questions, one at a time, and a result, but no diagram.

import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { questions, rungs } from "bench:questions";
import css from "./preact.css";

function Question({ question, index, chosen, choose, next, back }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <progress max={questions.length} value={index} aria-label="Progress" />
      <p class="count">
        Question {index + 1} of {questions.length}
      </p>
      <fieldset>
        <legend tabIndex={-1}>{question.ask}</legend>
        {question.answers.map((answer, choice) => (
          <label key={question.id + choice}>
            <input type="radio" name={question.id} checked={chosen === choice} onChange={() => choose(choice)} />
            <span>{answer.say}</span>
          </label>
        ))}
      </fieldset>
      <div class="way">
        <button class="next" disabled={chosen === undefined}>
          {index + 1 < questions.length ? "Next" : "See my stage"}
        </button>
        {index > 0 && (
          <button type="button" onClick={back}>
            Back
          </button>
        )}
      </div>
    </form>
  );
}

function Result({ answers, restart }) {
  const levels = answers.map((answer, index) => questions[index].answers[answer].level);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const distance = (rung) => Math.abs(rung.level - mean);
  const nearest = rungs.reduce((best, rung) => (distance(rung) < distance(best) ? rung : best));
  return (
    <div>
      <h2 tabIndex={-1}>You stand at {nearest.title}</h2>
      <p>{nearest.role}</p>
      <button onClick={restart}>Start again</button>
    </div>
  );
}

function Quiz() {
  const [index, setIndex] = useState(0);
  const [answers, setAnswers] = useState([]);
  const box = useRef();
  const shown = useRef(0);
  useEffect(() => {
    // Focus makes screen readers read the new question. The first one must not take the focus from the page.
    if (shown.current !== index) {
      shown.current = index;
      box.current.querySelector("legend, h2").focus();
    }
  }, [index]);
  const restart = () => {
    setAnswers([]);
    setIndex(0);
  };
  return (
    <section class="quiz" ref={box}>
      {index < questions.length ? (
        <Question
          question={questions[index]}
          index={index}
          chosen={answers[index]}
          choose={(answer) => setAnswers(Object.assign([...answers], { [index]: answer }))}
          next={() => setIndex(index + 1)}
          back={() => setIndex(index - 1)}
        />
      ) : (
        <Result answers={answers} restart={restart} />
      )}
    </section>
  );
}

const style = document.createElement("style");
style.textContent = css;
document.head.append(style);
const mount = document.getElementById("quiz");
mount.replaceChildren();
render(<Quiz />, mount);
