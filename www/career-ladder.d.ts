// Types of <career-ladder>, for pages written in TypeScript: `/// <reference path="career-ladder.d.ts" />`.

/** The answers point to one rung (`clear`), to two (`between`), or to none (`unclear`). */
type LadderVerdict = "clear" | "between" | "unclear";

/** The reader's placement. Ids are those of the ladder's file. */
interface LadderResult {
  /** The ladder's id. */
  ladder: string;
  /** The likeliest rung, whatever the verdict. */
  rung: string;
  /** The stage of that rung; `null` where the ladder has none. */
  stage: string | null;
  verdict: LadderVerdict;
  /** The probability of `rung`, 0 to 1. */
  confidence: number;
  /** The probability of each rung, 0 to 1; they sum to 1. */
  probabilities: Record<string, number>;
  /** The reader's level in each dimension asked about, in rungs of the first track; its lowest rung is 0. */
  profile: Record<string, number>;
  /** The number of answers, including the title and questions that do not apply. */
  asked: number;
}

/** A problem of a site owner's own ladder. */
interface LadderProblem {
  severity: "error" | "warning";
  /** The address of the file that line, column and path lead into, if it is one that the ladder extends. */
  file?: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** The path in the JSON, as `rungs[2].title`; may be empty. */
  path: string;
  message: string;
}

/** The `detail` of each event. */
interface LadderEvents {
  /** The program is ready and shown. */
  "ladder-ready": { ladder: string };
  /** The reader started or resumed the quiz. */
  "ladder-start": { ladder: string };
  /**
   * A question was answered, or its answer changed. `answer` is `-` for "Doesn't apply to me"; `index` is the number of
   * questions before it, without the title.
   */
  "ladder-answer": { question: string; answer: string; index: number };
  /** The reader reached an outcome. */
  "ladder-result": LadderResult;
  /** The reader made a private link. It contains their answers, so think before you store it. */
  "ladder-share": { method: "copy" | "share" | "email" | "picture" | "print"; url: string };
  /**
   * Something failed. With the code `network` the screen may stay and load again at the reader's next press; else the static
   * ladder, or the page's own content, is shown instead of the widget.
   */
  "ladder-error": { code: "network" | "wasm" | "ladder" | "internal"; message: string; problems: LadderProblem[] };
}

type LadderEventMap = { [Name in keyof LadderEvents]: CustomEvent<LadderEvents[Name]> };

/** What a property takes. `null` and `undefined` remove the attribute. */
type LadderValue = string | null | undefined;

interface CareerLadderElement extends HTMLElement {
  /** The version of the widget, such as `1.2.0`. */
  readonly version: string;
  /** Every element's own `lang`: the language of the widget; empty for the page's. A ladder of your own has its own. */
  lang: string;
  /** Every element's own `dir`: `ltr` or `rtl`; empty for the page's direction. */
  dir: string;
  /** Whether readers see the problems of your own ladder in the widget's place; a local page always shows them. */
  get debug(): boolean;
  set debug(value: boolean | null | undefined);
  get ladder(): string;
  set ladder(value: LadderValue);
  get src(): string;
  set src(value: LadderValue);
  get start(): string;
  set start(value: LadderValue);
  get loading(): string;
  set loading(value: LadderValue);
  get theme(): string;
  set theme(value: LadderValue);
  get seed(): string;
  set seed(value: LadderValue);
  get storage(): string;
  set storage(value: LadderValue);
  get assets(): string;
  set assets(value: LadderValue);
  /** The attribute `share-url`. */
  get shareUrl(): string;
  set shareUrl(value: LadderValue);
  /** The reader's placement; `null` while there is none. */
  readonly result: LadderResult | null;
  /** Goes to the first question. */
  begin(): void;
  /** Goes back to the ladder and drops every answer. */
  reset(): void;
}

/** The attributes of the element, for libraries that check them in markup. */
interface CareerLadderAttributes {
  ladder?: string;
  src?: string;
  start?: "ladder" | "quiz";
  loading?: "lazy" | "eager";
  theme?: "auto" | "light" | "dark";
  lang?: string;
  dir?: "ltr" | "rtl";
  seed?: string;
  storage?: "session" | "none";
  "share-url"?: string;
  assets?: string;
  debug?: boolean | "";
}

interface HTMLElementTagNameMap {
  "career-ladder": CareerLadderElement;
}

interface HTMLElementEventMap extends LadderEventMap {}

interface DocumentEventMap extends LadderEventMap {}
