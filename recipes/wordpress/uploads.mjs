// The ways in which a file comes to the media library.

import { PASSWORD } from "./site.mjs";

/**
 * Uploads a file as the editor does.
 * @param {import("playwright-core").Page} page in the block editor
 * @param {string} name
 * @param {string | Buffer} content
 * @returns {Promise<{ status: number, body: any }>} the server's answer
 */
export function upload(page, name, content) {
  return page.evaluate(
    async ({ name, bytes }) => {
      const body = new FormData();
      body.append("file", new File([new Uint8Array(bytes)], name, { type: "application/json" }));
      const response = await window.wp.apiFetch({ path: "/wp/v2/media", method: "POST", body, parse: false }).catch((error) => error);
      return { status: response.status, body: await response.json() };
    },
    { name, bytes: [...Buffer.from(content)] },
  );
}

/**
 * Sends a file as the body of a request to the REST interface.
 * @param {import("playwright-core").Page} page in the block editor
 * @param {string} name
 * @param {string} content
 * @returns {Promise<{ status: number, body: any }>} the server's answer
 */
export function sendBody(page, name, content) {
  return page.evaluate(
    async ({ name, content }) => {
      // WordPress would read the fields of JSON as its own.
      const headers = { "Content-Type": "text/plain", "Content-Disposition": `attachment; filename="${name}"` };
      const request = { path: "/wp/v2/media", method: "POST", headers, body: content, parse: false };
      const response = await window.wp.apiFetch(request).catch((error) => error);
      return { status: response.status, body: await response.json() };
    },
    { name, content },
  );
}

/**
 * Uploads a file to the test's helper, which takes JSON of all kinds.
 * @param {import("playwright-core").Page} page in the admin area
 * @param {string} name
 * @param {string} content
 * @returns {Promise<{ file?: string, error?: string }>} the server's answer
 */
export function sendToImport(page, name, content) {
  return page.evaluate(
    async ({ name, content }) => {
      const body = new FormData();
      body.append("file", new File([content], name));
      const response = await fetch("admin-ajax.php?action=import", { method: "POST", body });
      return response.json();
    },
    { name, content },
  );
}

/**
 * Sends a file by XML-RPC, as programs outside of the browser do.
 * @param {string} url of the site
 * @param {string} user
 * @param {string} name
 * @param {string} content
 * @param {string} [query] of the address
 * @returns {Promise<string>} the server's answer, in XML
 */
export async function sendByXmlRpc(url, user, name, content, query = "") {
  const bits = Buffer.from(content).toString("base64");
  const member = (/** @type {string} */ name, /** @type {string} */ value) => `<member><name>${name}</name><value>${value}</value></member>`;
  const text = (/** @type {string} */ value) => `<string>${value}</string>`;
  const file = member("name", text(name)) + member("type", text("application/json")) + member("bits", `<base64>${bits}</base64>`);
  const values = ["<int>1</int>", text(user), text(PASSWORD), `<struct>${file}</struct>`];
  const params = values.map((value) => `<param><value>${value}</value></param>`).join("");
  const body = `<?xml version="1.0"?><methodCall><methodName>wp.uploadFile</methodName><params>${params}</params></methodCall>`;
  const response = await fetch(`${url}xmlrpc.php${query}`, { method: "POST", headers: { "Content-Type": "text/xml" }, body });
  return response.text();
}
