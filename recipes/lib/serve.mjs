// Serves a folder, as a host for static sites does.

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves a folder on a free port of this machine.
 * @param {string} folder
 * @param {object} [options]
 * @param {string} [options.base] the path under which the folder appears, as `/blog/`
 * @param {Record<string, string>} [options.headers] sent with every file
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function serve(folder, { base = "/", headers = {} } = {}) {
  const server = createServer(({ url = "/" }, response) => {
    const { status, type, location, body } = answer(folder, base, url);
    response.writeHead(status, {
      ...(type && { "content-type": type }),
      ...(location && { location }),
      // Other origins may use the widget's files.
      "access-control-allow-origin": "*",
      ...headers,
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () =>
    new Promise((done) => {
      server.close(() => done(undefined));
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}${base}`, close };
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {string} url
 * @returns {{ status: number, type?: string, location?: string, body?: string | Buffer }}
 */
function answer(folder, base, url) {
  const path = decodeURIComponent(url.split(/[?#]/)[0]);
  const notFound = { status: 404, type: TYPES[".txt"], body: "not found" };
  if (!path.startsWith(base)) {
    return notFound;
  }
  let file = normalize(join(folder, path.slice(base.length)));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) {
    return notFound;
  }
  if (isFolder(file)) {
    if (!path.endsWith("/")) {
      return { status: 301, location: `${path}/` };
    }
    file = join(file, "index.html");
  }
  try {
    return { status: 200, type: TYPES[extname(file)] ?? "application/octet-stream", body: readFileSync(file) };
  } catch {
    return notFound;
  }
}

/** @param {string} path */
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
