// Types of <career-ladder> in Svelte's markup: `import type {} from "career-ladder/svelte"`.
/// <reference path="./career-ladder.d.ts" />

import type { HTMLAttributes } from "svelte/elements";

/** Svelte 5 listens by attributes such as `onladder-result`. */
type Listeners = {
  [Name in keyof LadderEvents as `on${Name}`]?: ((event: CustomEvent<LadderEvents[Name]>) => void) | null;
};

type Attributes = CareerLadderAttributes & Listeners & HTMLAttributes<CareerLadderElement>;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "career-ladder": Attributes;
  }
}

// What Svelte's editor support and svelte-check look at.
declare global {
  namespace svelteHTML {
    interface IntrinsicElements {
      "career-ladder": Attributes;
    }
  }
}
