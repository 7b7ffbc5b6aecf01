// Code of a page with React 19, right and wrong.
/// <reference path="../../www/career-ladder-react.d.ts" />

import { useRef } from "react";

export function Post() {
  const ladder = useRef<CareerLadderElement>(null);
  return (
    <article>
      <career-ladder
        ref={ladder}
        className="wide"
        src="my-ladder.json"
        storage="none"
        debug
        style={{ display: "block", minHeight: 560 }}
        onladder-result={({ detail: { rung, verdict } }) => console.log(rung, verdict)}
        onladder-share={({ detail }) => detail.method === "copy" && ladder.current?.reset()}
        onClick={({ currentTarget }) => currentTarget.begin()}
      >
        <a href="https://example.org/product">Find your career stage</a>
      </career-ladder>
    </article>
  );
}

export const mistakes = [
  // @ts-expect-error There is no such storage.
  <career-ladder storage="cloud" />,
  // @ts-expect-error There is no such attribute.
  <career-ladder ladders="product" />,
  // @ts-expect-error A result has no such field.
  <career-ladder onladder-result={({ detail }) => detail.level} />,
  // @ts-expect-error A listener is a function.
  <career-ladder onladder-ready="report()" />,
  // @ts-expect-error There is no such element.
  <career-ladders />,
];
