// `import "career-ladder"` defines <career-ladder>.
import { define } from "./element.js";

export * from "./element.js";

define();
