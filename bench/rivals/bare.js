// The least there can be: the same questions as bare radio buttons, without styles, without a way back and without a result.
// What it takes is the network's and the browser's own.

import { questions } from "bench:questions";

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function ask(place) {
  const { ask: legend, answers } = questions[place];
  const choices = answers.map(({ say }) => {
    const radio = element("input", { type: "radio", name: "answer" });
    return element("p", {}, element("label", {}, radio, say));
  });
  const onclick = () => ask((place + 1) % questions.length);
  const next = element("button", { type: "button", className: "next", onclick }, "Next");
  mount.replaceChildren(element("form", {}, element("legend", {}, legend), ...choices, next));
}

const mount = document.getElementById("quiz");
mount.className = "quiz";
ask(0);
