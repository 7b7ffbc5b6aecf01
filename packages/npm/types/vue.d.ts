// Types of <career-ladder> in Vue's templates and JSX: `import type {} from "career-ladder/vue"`.
/// <reference path="./career-ladder.d.ts" />

import type { HTMLAttributes, PublicProps, ReservedProps } from "vue";

type Camelized<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camelized<Tail>>}` : Name;

/** `@ladder-result` in a template is the prop `onLadderResult`. */
type Listeners = {
  [Name in keyof LadderEvents as `on${Capitalize<Camelized<Name>>}`]?: (event: CustomEvent<LadderEvents[Name]>) => void;
};

/** The attributes by their own names, and by those that Vue gives them in templates: `shareUrl` for `share-url`. */
type Attributes = CareerLadderAttributes & {
  [Name in keyof CareerLadderAttributes as Camelized<Name>]?: CareerLadderAttributes[Name];
};

/** What the element takes in a template, for components that pass it on. */
export type CareerLadderProps = Attributes & Listeners & HTMLAttributes;

declare module "vue" {
  interface GlobalComponents {
    "career-ladder": new () => CareerLadderElement & { $props: CareerLadderProps & PublicProps };
  }
}

declare module "vue/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "career-ladder": CareerLadderProps & ReservedProps;
    }
  }
}
