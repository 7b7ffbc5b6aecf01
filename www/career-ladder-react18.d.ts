// Types of <career-ladder> in the JSX of React 18: `/// <reference path="career-ladder-react18.d.ts" />`.
/// <reference path="career-ladder.d.ts" />

import type { DetailedHTMLProps, HTMLAttributes } from "react";

/** React 18 writes the names of attributes as they are, so the class has its name from HTML. */
type Attributes = CareerLadderAttributes & { class?: string } & Omit<HTMLAttributes<CareerLadderElement>, "className">;

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "career-ladder": DetailedHTMLProps<Attributes, CareerLadderElement>;
    }
  }
}
