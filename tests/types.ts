// Code of a page in TypeScript, right and wrong. `cargo xtask test` checks it against `career-ladder.d.ts`.
/// <reference path="../www/career-ladder.d.ts" />

const ladder = document.querySelector("career-ladder")!;
ladder.theme = "dark";
ladder.shareUrl = "https://example.org/ladders";
ladder.src = null;
ladder.seed = undefined;
ladder.debug = true;
ladder.debug = null;
ladder.lang = "de";
ladder.dir = "rtl";
const isDebugged: boolean = ladder.debug;
const version: string = ladder.version;
// @ts-expect-error The version is read-only.
ladder.version = "1.0.0";
// @ts-expect-error A box is ticked or not.
ladder.debug = "debug";
ladder.begin();
ladder.reset();

const rung: string | undefined = ladder.result?.rung;
// @ts-expect-error A result may be missing.
ladder.result.rung;
// @ts-expect-error The result is read-only.
ladder.result = null;

ladder.addEventListener("ladder-result", ({ detail }) => {
  const verdict: "clear" | "between" | "unclear" = detail.verdict;
  const share: number = detail.probabilities[detail.rung] ?? 0;
  // @ts-expect-error A ladder may have no stages.
  const stage: string = detail.stage;
  return [verdict, share, stage];
});
document.addEventListener("ladder-share", ({ detail: { method, url } }) => {
  // @ts-expect-error There is no such method.
  if (method === "fax") return url;
});
document.addEventListener("ladder-error", ({ detail }) => detail.problems.map(({ line, message }) => `${line}: ${message}`));
// @ts-expect-error The event has another name.
document.addEventListener("ladder-results", ({ detail }) => detail);

export { rung, isDebugged, version };
