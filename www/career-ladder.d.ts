// Types of <career-ladder>, for pages written in TypeScript: `/// <reference path="career-ladder.d.ts" />`.

/** Whether the answers point to one rung, lie between two, or point nowhere. */
type LadderVerdict = "clear" | "between" | "unclear";

/** Where the reader was placed. Ids are those of the ladder's file. */
interface LadderResult {
  /** The ladder. */
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
  /** For each dimension asked about, how high the reader stands, in rungs of the first track from its lowest (0). */
  profile: Record<string, number>;
  /** How many answers were given, a title counted. */
  asked: number;
}

/** A problem of a site owner's own ladder. */
interface LadderProblem {
  severity: "error" | "warning";
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** The place in the JSON, as `rungs[2].title`; may be empty. */
  path: string;
  message: string;
}

/** The `detail` of each event. */
interface LadderEvents {
  /** The widget stands. */
  "ladder-ready": { ladder: string };
  /** The quiz began, or is gone on with. */
  "ladder-start": { ladder: string };
  /** A question was answered, or answered differently; `index` counts those before it, a title not counted. */
  "ladder-answer": { question: string; answer: string; index: number };
  /** The reader was placed. */
  "ladder-result": LadderResult;
  /** The reader made their link; it holds their answers, so think before you keep it. */
  "ladder-share": { method: "copy" | "share" | "email"; url: string };
  /** Something failed; the page's own content, or the ladder to read, stands in the widget's place. */
  "ladder-error": { code: "network" | "wasm" | "ladder" | "internal"; message: string; problems: LadderProblem[] };
}

type LadderEventMap = { [Name in keyof LadderEvents]: CustomEvent<LadderEvents[Name]> };

interface CareerLadderElement extends HTMLElement {
  ladder: string;
  src: string;
  start: string;
  loading: string;
  theme: string;
  seed: string;
  storage: string;
  assets: string;
  /** The attribute `share-url`. */
  shareUrl: string;
  /** Where the reader was placed, or `null`. */
  readonly result: LadderResult | null;
  /** Goes to the first question. */
  begin(): void;
  /** Goes back to the ladder and drops every answer. */
  reset(): void;
}

interface HTMLElementTagNameMap {
  "career-ladder": CareerLadderElement;
}

interface HTMLElementEventMap extends LadderEventMap {}

interface DocumentEventMap extends LadderEventMap {}
