// Serves files that were compressed beforehand, with Brotli at its highest level.

import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".png": "image/png",
};
/** Kinds of files that Brotli would not make smaller. */
const COMPRESSED_KINDS = [".png"];

function compress(body) {
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

export class Site {
  #files = new Map();
  #server;

  /** Adds a file. Its content type follows from the extension of the path. */
  add(path, body) {
    const bytes = Buffer.from(body);
    const kind = extname(path);
    const compressed = COMPRESSED_KINDS.includes(kind) ? null : compress(bytes);
    this.#files.set(path, {
      body: compressed ?? bytes,
      isCompressed: compressed !== null,
      type: TYPES[kind] ?? "application/octet-stream",
    });
  }

  /** Adds the files of a folder, without those of its subfolders. */
  addFolder(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) {
        this.add(`/${entry.name}`, readFileSync(join(folder, entry.name)));
      }
    }
  }

  /** Starts to serve on a free port, and returns the origin. */
  async listen() {
    this.#server = createServer({ keepAlive: true }, ({ url }, response) => {
      const file = this.#files.get(url.split("?")[0]);
      if (!file) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        "content-type": file.type,
        "content-length": file.body.length,
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=600",
        ...(file.isCompressed && { "content-encoding": "br", vary: "accept-encoding" }),
      });
      response.end(file.body);
    });
    await new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
