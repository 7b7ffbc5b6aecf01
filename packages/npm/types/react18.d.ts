// Types of <career-ladder> in the JSX of React 18: `import type {} from "career-ladder/react18"`.
/// <reference path="./career-ladder-react18.d.ts" />

export {};
