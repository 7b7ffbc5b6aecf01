// What a command prints.

/**
 * Prints the result of a command. A reader that closes the pipe early has seen enough.
 * @param {string} text
 */
export function print(text) {
  process.stdout.on("error", ({ code, message }) => {
    if (code !== "EPIPE") {
      console.error(`cannot print: ${message}`);
      process.exitCode = 1;
    }
  });
  process.stdout.write(text);
}

/**
 * Reports a wrong command line.
 * @param {string} message
 */
export function misuse(message) {
  console.error(`${message}; \`career-ladder help\` lists the commands`);
  process.exitCode = 2;
}
