// Code of a page with Vue's JSX, right and wrong.

import type {} from "career-ladder/vue";

export const Post = () => (
  <article>
    <career-ladder
      class="wide"
      ladder="product"
      theme="dark"
      share-url="https://example.org/ladders"
      style={{ display: "block", minHeight: "560px" }}
      onLadderResult={({ detail: { rung, verdict } }) => console.log(rung, verdict)}
    >
      <a href="https://example.org/product">Find your career stage</a>
    </career-ladder>
  </article>
);

export const mistakes = () => [
  // @ts-expect-error There is no such theme.
  <career-ladder theme="blue" />,
  // @ts-expect-error There is no such attribute.
  <career-ladder colour="blue" />,
  // @ts-expect-error A result has no such field.
  <career-ladder onLadderResult={({ detail }) => detail.level} />,
];
