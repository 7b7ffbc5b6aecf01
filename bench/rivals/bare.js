// The least that is possible: the same questions as bare radio buttons, without styles, a way back or a result. Its
// times are those that the network and the browser need anyway.

import { questions } from "bench:questions";

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function ask(index) {
  const { ask: legend, answers } = questions[index];
  const choices = answers.map(({ say }) => {
    const radio = element("input", { type: "radio", name: "answer" });
    return element("p", {}, element("label", {}, radio, say));
  });
  const onclick = () => ask((index + 1) % questions.length);
  const next = element("button", { type: "button", className: "next", onclick }, "Next");
  mount.replaceChildren(element("form", {}, element("legend", {}, legend), ...choices, next));
}

const mount = document.getElementById("quiz");
mount.className = "quiz";
ask(0);
