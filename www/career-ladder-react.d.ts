// Types of <career-ladder> in the JSX of React 19: `/// <reference path="career-ladder-react.d.ts" />`.
/// <reference path="career-ladder.d.ts" />

import type { DetailedHTMLProps, HTMLAttributes } from "react";

/** React 19 listens to an element's own events by attributes, such as `onladder-result`. */
type Listeners = {
  [Name in keyof LadderEvents as `on${Name}`]?: (event: CustomEvent<LadderEvents[Name]>) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "career-ladder": CareerLadderAttributes &
        Listeners &
        DetailedHTMLProps<HTMLAttributes<CareerLadderElement>, CareerLadderElement>;
    }
  }
}
