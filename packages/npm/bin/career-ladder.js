#!/usr/bin/env node
// `npx career-ladder`: checks ladder files, for authors without the program that one can download.

import { check } from "./check.js";
import { misuse, print } from "./output.js";
import { bundled } from "./reader.js";

const HELP = `\
career-ladder: work on ladder files

  career-ladder check FILE... [--json]
      Print every problem as FILE:LINE:COLUMN: error|warning: PATH: MESSAGE.
      --json prints them as one list of objects.
  career-ladder schema
      Print the JSON Schema of ladder files, for editors.
  career-ladder help
      Print this text.

The file name - stands for standard input. check takes overlays too:
their \`extends\` is the id of a bundled ladder, or a path from the overlay.

The program that one can download has more commands, and its check also warns
of what simulated readers find.

Exit status: 0 on success, 1 if a file has errors or cannot be read, 2 if the command line is wrong.
`;

/** The commands that only the program for the command line has. */
const ELSEWHERE = ["calibrate", "merge", "picture", "replay", "simulate", "translate"];

const [command, ...args] = process.argv.slice(2);
if (command === "help" || [command, ...args].some((arg) => arg === "-h" || arg === "--help")) {
  print(HELP);
} else if (command === "check") {
  await check(args);
} else if (command === "schema") {
  args.length ? misuse(`\`schema\` takes no argument \`${args[0]}\``) : print(bundled("ladder.schema").toString());
} else if (ELSEWHERE.includes(command)) {
  misuse(`\`${command}\` needs the program that one can download; this package has \`check\` and \`schema\``);
} else {
  misuse(command ? `there is no command \`${command}\`` : "a command is missing");
}
