// A quiz as a capable developer would write it by hand: ten questions, one at a time, and a result. No diagram.

import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { questions, rungs } from "bench:questions";
import css from "./preact.css";

function Question({ question, place, chosen, choose, next, back }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <progress max={questions.length} value={place} aria-label="Progress" />
      <p class="count">
        Question {place + 1} of {questions.length}
      </p>
      <fieldset>
        <legend tabIndex={-1}>{question.ask}</legend>
        {question.answers.map((answer, index) => (
          <label key={question.id + index}>
            <input type="radio" name={question.id} checked={chosen === index} onChange={() => choose(index)} />
            <span>{answer.say}</span>
          </label>
        ))}
      </fieldset>
      <div class="way">
        <button class="next" disabled={chosen === undefined}>
          {place + 1 < questions.length ? "Next" : "See my stage"}
        </button>
        {place > 0 && (
          <button type="button" onClick={back}>
            Back
          </button>
        )}
      </div>
    </form>
  );
}

function Result({ answers, again }) {
  const levels = answers.map((answer, place) => questions[place].answers[answer].level);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const away = (rung) => Math.abs(rung.level - mean);
  const nearest = rungs.reduce((best, rung) => (away(rung) < away(best) ? rung : best));
  return (
    <div>
      <h2 tabIndex={-1}>You stand at {nearest.title}</h2>
      <p>{nearest.role}</p>
      <button onClick={again}>Start again</button>
    </div>
  );
}

function Quiz() {
  const [place, setPlace] = useState(0);
  const [answers, setAnswers] = useState([]);
  const box = useRef();
  const shown = useRef(0);
  useEffect(() => {
    // What is new is read out; the first question takes nobody's focus.
    if (shown.current !== place) {
      shown.current = place;
      box.current.querySelector("legend, h2").focus();
    }
  }, [place]);
  const restart = () => {
    setAnswers([]);
    setPlace(0);
  };
  return (
    <section class="quiz" ref={box}>
      {place < questions.length ? (
        <Question
          question={questions[place]}
          place={place}
          chosen={answers[place]}
          choose={(answer) => setAnswers(Object.assign([...answers], { [place]: answer }))}
          next={() => setPlace(place + 1)}
          back={() => setPlace(place - 1)}
        />
      ) : (
        <Result answers={answers} again={restart} />
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
