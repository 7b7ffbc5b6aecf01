// Names that the build provides: its constants, and the glue that wasm-bindgen makes.

/** The file names of the program, and of the reader of site owners' own ladders. */
declare const __GLUE__: string;
declare const __WASM__: string;
declare const __READER_GLUE__: string;
declare const __READER_WASM__: string;
/** The file with the languages other than English and, inside it, their list. */
declare const __LANGUAGES__: string;
declare const __LIST__: any;
/** In the packages: the files of the build, by name. */
declare const __FILES__: typeof import("./files/by-address.js") & { isThere?: (name: string) => boolean };
/** In the standalone script: its files as gzip in base64, and its scripts as functions that make a module; both by name. */
declare const __INSIDE__: {
  files: Record<string, string>;
  scripts: Record<string, (files: typeof __FILES__) => any>;
};
/** In the npm package: its files' addresses and scripts, by name. */
declare module "career-ladder-files" {
  export const urls: Record<string, () => string>;
  export const scripts: Record<string, () => Promise<{ default: (files: typeof __FILES__) => any }>>;
  export function importByAddress(address: string): Promise<any>;
}
/** The product's version. */
declare const __VERSION__: string;
/** The folder of the files, if the build was told one; else empty. */
declare const __BASE__: string;
/** The id of each bundled ladder, and the hash in the names of its files. */
declare const __LADDERS__: [id: string, hash: string][];
/** The first screens of the default ladder as JSON, by kind: `ladder` or `quiz`. */
declare const __SCREENS__: Record<string, string>;
/** The style sheet that belongs to the bundle. */
declare const __CSS__: string;
/** For the program: the file name of the extras. */
declare const __EXTRAS__: string;
/** For the reader of site owners' own ladders: the file names of the bundled ladders' texts, with spaces between them. */
declare const __BUNDLED__: string;
/** For the extras: the file name of their own wasm, and the style sheet of the document that is printed. */
declare const __OWN_WASM__: string;
declare const __PAPER_CSS__: string;
/** For the extras: their English words as a packed catalog, in which those of other parts are empty. */
declare const __WORDS__: string;
/** For the extras: the index of each of their words in a packed catalog (`core/src/words/keys.rs`). */
declare const WORD: Record<string, number>;

/**
 * The bytes of a ladder.
 *
 * - `directionIn` is there if the ladder is written from right to left. It tells the ladder's direction in a place; undefined
 *   where the page gives one.
 * - `stem` is the beginning of the names of a translated ladder's files.
 * - `words` is the packed catalog of the interface; without it the interface is English.
 */
type PackedLadder = Uint8Array & { directionIn?: (element: Element) => string | undefined; stem?: string; words?: string };

/** A prerendered node: a text, or tag, attributes (0 for none) and children. */
type Tree = string | TreeElement;
type TreeElement = [tag: string, attributes: Record<string, string> | 0, ...children: Tree[]];

/** A prerendered first screen, the texts for a press that waits and, if the build knows it, the question after the title. */
type PrerenderedScreen = [screen: [tag: string, attributes: Record<string, string>, ...children: Tree[]], texts: string[], nextQuestion?: NextQuestion];

interface NextQuestion {
  /** The question without the texts of its answers. */
  screen: Tree;
  /** By title, and last for skipping the title: the program's snapshot; empty if another question follows. */
  snapshots: string[];
  /** The texts of the answers, as in the ladder's file, and an empty one: the last option has its words in `screen`. */
  options: string[];
  /** By seed, the order of the options: a digit for each. */
  orders: Record<string, string> & { length: number };
}

/** The glue of the wasm. `program/` sees the exports of the widget, `ladder-reader/` only `read` and `missing_base`, `extras/` those at the end. */
declare module "program" {
  /** Starts the wasm; `wrap` may replace its exports before the first call. */
  export default function start(
    wasm: WebAssembly.Module,
    wrap?: (exports: WebAssembly.Exports) => WebAssembly.Exports,
  ): Promise<void>;

  export function mount(
    node: Element,
    ladder: Uint8Array,
    words: string,
    seed: string,
    isQuiz: boolean,
    snapshot: string,
    link: string,
    canShare: boolean,
    isRemembered: boolean | undefined,
    onEffect: (name: string, detail: any) => void,
  ): boolean;
  export function unmount(node: Element): void;
  export function begin(node: Element): void;
  export function reset(node: Element): void;
  export function painted(node: Element): void;
  export function finish_effect(node: Element, effect: string, isDone: boolean, text: string): void;

  export function read(files: Uint8Array, bundled: string): Uint8Array<ArrayBuffer>;
  export function missing_base(files: Uint8Array, bundled: string): string | undefined;

  export function own_words(ladder: Uint8Array): string;
  export function find_link(text: string): string | undefined;
  export function compare(ladder: Uint8Array, own: string, other: string): string | undefined;
  export function checklist(ladder: Uint8Array, snapshot: string, words: string): string | undefined;
  export function picture(
    ladder: Uint8Array,
    link: string,
    accent: number,
    words: string,
    ruler: { measure(text: string, size: number, isBold: boolean): number },
  ): string | undefined;
}
