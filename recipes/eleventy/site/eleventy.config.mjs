import careerLadder from "./career-ladder.mjs";

export default function (config) {
  config.addPlugin(careerLadder);
  config.addPassthroughCopy("our-ladder.json");
}
