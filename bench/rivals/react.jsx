// react-quiz-component as its README shows it. `allowNavigation` adds the "Next" and "Prev" of the other quizzes, and
// `disableSynopsis` makes it begin with the first question.

import { createRoot } from "react-dom/client";
import Quiz from "react-quiz-component";
import { questions } from "bench:questions";

const quiz = {
  quizTitle: "Find your career stage",
  quizSynopsis: "Ten questions.",
  nrOfQuestions: String(questions.length),
  questions: questions.map(({ ask, answers }) => ({
    question: ask,
    questionType: "text",
    answerSelectionType: "single",
    answers: answers.map(({ say }) => say),
    correctAnswer: "1",
    point: "10",
  })),
};

createRoot(document.getElementById("quiz")).render(
  <Quiz quiz={quiz} disableSynopsis allowNavigation enableProgressBar />,
);
