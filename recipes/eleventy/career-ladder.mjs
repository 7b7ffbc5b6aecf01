// A plugin for Eleventy: the shortcodes `careerLadder` and, with content inside, `careerLadderWith`.

const ATTRIBUTES = ["src", "start", "theme", "lang", "dir", "loading", "storage", "seed", "share-url"];

/**
 * @param {any} config Eleventy's
 * @param {object} [options]
 * @param {string} [options.host] the address of the widget's files
 * @param {string} [options.folder] the folder with these files, which is copied into the site; "" for none
 */
export default function (config, { host = "/career-ladder/", folder = "career-ladder" } = {}) {
  if (folder) {
    config.addPassthroughCopy({ [folder]: "career-ladder" });
    // Its pages are finished; they are no templates.
    config.ignores.add(`${folder}/**`);
  }
  /** Puts the site's `pathPrefix` before a path. */
  const url = (path) => config.getFilter("url")(path);
  const render = (content, args) => element(parameters(args), content, { url, host });
  config.addShortcode("careerLadder", (...args) => render("", args));
  config.addPairedShortcode("careerLadderWith", (content, ...args) => render(content, args));
}

/**
 * The parameters of a shortcode: texts as `"start=quiz"`, which work in every template language, or named arguments.
 * @param {(string | object)[]} args
 * @returns {Record<string, string>}
 */
function parameters(args) {
  const pairs = args.flatMap((arg) => {
    if (typeof arg !== "string") {
      return Object.entries(arg);
    }
    const [name, ...value] = arg.split("=");
    return [[name, value.join("=")]];
  });
  return Object.fromEntries(pairs);
}

/**
 * @param {Record<string, string>} parameters
 * @param {string} content
 * @param {{ url: (path: string) => string, host: string }} site
 */
function element(parameters, content, { url, host }) {
  const { ladder = "product", text = "Find your career stage", src } = parameters;
  const base = url(parameters.host ?? host).replace(/\/?$/, "/");
  const given = { ladder, ...parameters, ...(src && { src: url(src) }) };
  const attributes = ["ladder", ...ATTRIBUTES]
    .filter((name) => given[name])
    .map((name) => ` ${name}="${escape(given[name])}"`)
    .join("");
  const link = escape(parameters.link ?? `${base}${ladder}/`);
  const lines = [
    `<career-ladder${attributes} style="display:block;min-height:560px">`,
    `<a href="${link}">${escape(text)}</a>`,
    content,
    `</career-ladder><script async="async" crossorigin="anonymous" src="${escape(base)}career-ladder.js"></script>`,
  ];
  // To Markdown this is one block of HTML, since the first tag has a line of its own and no line is empty.
  return lines.join("\n").replace(/\n\s*\n/g, "\n");
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
