// Makes the post around a quiz, which is the same for all quizzes.

const STYLE = `
  body { max-width: 960px; margin: 0 auto; padding: 24px; font: 17px/1.6 system-ui, sans-serif; color: #22262a; background: #fff; }
  img { display: block; width: 100%; height: auto; margin: 24px 0; }`;

const PARAGRAPH = `Careers in product grow by what is asked of you, not by what is printed on a card. Some lead people, some lead
by their craft, and many do a little of both before they notice. Whoever looks back on the last year finds that the work has
changed more than the title did.`;

/** Numbered paragraphs, so that no two are equal. */
export function paragraphs(count) {
  return Array.from({ length: count }, (_, index) => `<p>${index + 1}. ${PARAGRAPH}</p>`).join("\n");
}

/** An HTML page with this body. The probe chooses by `quiz` how it reads the page. */
export function post(quiz, body) {
  return `<!doctype html>
<html lang="en" data-quiz="${quiz}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Where do you stand?</title>
<link rel="icon" href="data:,">
<style>${STYLE}
</style>
</head>
<body>
<h1>Where do you stand?</h1>
${body}
</body>
</html>
`;
}

const LOADER = `<script async="async" crossorigin="anonymous" src="/career-ladder.js"></script>`;
const LINK = `<a href="https://example.org/product">Find your career stage</a>`;

/** The line that a site owner pastes. */
export function snippet(attributes) {
  return `<career-ladder ${attributes} style="display:block;min-height:560px">${LINK}</career-ladder>${LOADER}`;
}

/** Several elements with one script. */
export function snippets(count, attributes) {
  const element = `<career-ladder ${attributes} style="display:block;min-height:560px">${LINK}</career-ladder>`;
  return Array.from({ length: count }, () => element).join("\n") + LOADER;
}

/** A quiz that the widget is compared with: a container of the same height, and a script. */
export function rivalSnippet(name) {
  return `<div id="quiz" style="min-height:560px">${LINK}</div><script async src="/${name}.js"></script>`;
}
