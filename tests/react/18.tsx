// Code of a page with React 18, right and wrong.
/// <reference path="../../www/career-ladder-react18.d.ts" />

import { useEffect, useRef } from "react";

export function Post() {
  const ladder = useRef<CareerLadderElement>(null);
  useEffect(() => {
    const report = ({ detail }: CustomEvent<LadderResult>) => console.log(detail.rung);
    ladder.current?.addEventListener("ladder-result", report);
    return () => ladder.current?.removeEventListener("ladder-result", report);
  });
  return (
    <article>
      <career-ladder
        ref={ladder}
        class="wide"
        ladder="product"
        theme="dark"
        share-url="https://example.org/ladders"
        style={{ display: "block", minHeight: 560 }}
      >
        <a href="https://example.org/product">Find your career stage</a>
        <form slot="result" />
      </career-ladder>
    </article>
  );
}

export const mistakes = [
  // @ts-expect-error There is no such theme.
  <career-ladder theme="blue" />,
  // @ts-expect-error There is no such attribute.
  <career-ladder colour="blue" />,
  // @ts-expect-error React 18 would write the attribute `classname`.
  <career-ladder className="wide" />,
  // @ts-expect-error An address is a text.
  <career-ladder share-url={5} />,
  // @ts-expect-error There is no such element.
  <career-ladders />,
];
