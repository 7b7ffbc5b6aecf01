// Code of a page with Solid, right and wrong.

import type {} from "career-ladder/solid";
import { createSignal } from "solid-js";

export function Post() {
  let ladder!: CareerLadderElement;
  const [theme, setTheme] = createSignal<"light" | "dark">("dark");
  return (
    <article>
      <career-ladder
        ref={ladder}
        class="wide"
        ladder="product"
        theme={theme()}
        share-url="https://example.org/ladders"
        bool:debug={theme() === "dark"}
        style={{ display: "block", "min-height": "560px" }}
        on:ladder-result={({ detail: { rung, verdict } }) => console.log(rung, verdict)}
        on:ladder-share={({ detail }) => detail.method === "copy" && ladder.reset()}
        onClick={({ currentTarget }) => currentTarget.begin()}
      >
        <a href="https://example.org/product">Find your career stage</a>
      </career-ladder>
      <button onClick={() => setTheme("light")}>Light</button>
    </article>
  );
}

export const mistakes = () => [
  // @ts-expect-error There is no such theme.
  <career-ladder theme="blue" />,
  // @ts-expect-error There is no such attribute.
  <career-ladder colour="blue" />,
  // @ts-expect-error An address is a text.
  <career-ladder attr:share-url={5} />,
  // @ts-expect-error A result has no such field.
  <career-ladder on:ladder-result={({ detail }) => detail.level} />,
  // @ts-expect-error A listener is a function.
  <career-ladder on:ladder-ready="report()" />,
  // @ts-expect-error There is no such element.
  <career-ladders />,
];
