// SurveyJS as its guide for plain JavaScript shows it, with one question a page and the style sheet without fonts.

import { Model } from "survey-core";
import "survey-js-ui";
import css from "survey-core/survey-core.fontless.min.css";
import { questions } from "bench:questions";

const style = document.createElement("style");
style.textContent = css;
document.head.append(style);

const survey = new Model({
  title: "Find your career stage",
  showProgressBar: true,
  progressBarType: "questions",
  questionsOnPageMode: "questionPerPage",
  completeText: "See my stage",
  pages: [
    {
      name: "quiz",
      elements: questions.map(({ id, ask, answers }) => ({
        type: "radiogroup",
        name: id,
        title: ask,
        isRequired: true,
        choices: answers.map(({ say }, index) => ({ value: index, text: say })),
      })),
    },
  ],
});
survey.render(document.getElementById("quiz"));
