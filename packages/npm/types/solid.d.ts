// Types of <career-ladder> in the JSX of Solid: `import type {} from "career-ladder/solid"`.
/// <reference path="./career-ladder.d.ts" />

import type { JSX } from "solid-js";

/** Solid listens by names such as `on:ladder-result`. */
type Listeners = {
  [Name in keyof LadderEvents as `on:${Name}`]?: JSX.EventHandlerWithOptionsUnion<
    CareerLadderElement,
    CustomEvent<LadderEvents[Name]>
  >;
};

/** Solid sets a value that changes as a property, with `attr:` as an attribute. `debug` has no property. */
type Attributes = CareerLadderAttributes & {
  [Name in keyof CareerLadderAttributes as `attr:${Name}`]?: CareerLadderAttributes[Name];
} & { "bool:debug"?: boolean };

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "career-ladder": Attributes & Listeners & JSX.HTMLAttributes<CareerLadderElement>;
    }
  }
}
