/// <reference path="./career-ladder.d.ts" />

// Importing it defines <career-ladder>.
export {};
