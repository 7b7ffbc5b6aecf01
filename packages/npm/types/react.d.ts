// Types of <career-ladder> in the JSX of React 19: `import type {} from "career-ladder/react"`.
/// <reference path="./career-ladder-react.d.ts" />

export {};
