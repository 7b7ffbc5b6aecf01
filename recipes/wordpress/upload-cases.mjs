// JSON that is no ladder, on every way to the media library.

import { logIn, openEditor } from "./admin.mjs";
import { expect, expectEqual } from "./expect.mjs";
import { TINY } from "./ladders.mjs";
import { sendBody, sendByXmlRpc, sendToImport, upload } from "./uploads.mjs";

/** @type {[string, (context: any) => Promise<any>][]} */
export const uploadCases = [
  ["uploads: the server refuses what is no ladder", refuse],
  ["uploads: so it does without a form, and by XML-RPC", refuseOtherWays],
  ["uploads: JSON that another plugin allows is left alone", allowedAnyway],
];

/** An animation, of which other plugins make use. */
const ANIMATION = '{"v": "5.7.4", "fr": 30, "layers": []}';

/** A ladder that is larger than the widget reads. */
const LARGE = JSON.stringify({ format: 1, title: "x".repeat(1 << 20) });

/** The server does not rely on the check in the browser. */
async function refuse({ url, browser }) {
  const page = await logIn(browser, url, "administrator");
  await openEditor(page, url);
  /** @type {[string, string | Buffer, RegExp][]} */
  const cases = [
    ["settings.json", '{"format": 2}', /no "format": 1/],
    ["list.JSON", "[1, 2]", /no "format": 1/],
    ["half.json", '{"format": 1', /not valid JSON/],
    ["latin.json", Buffer.from('{"format":1,"title":"\u00e9"}', "latin1"), /not in UTF-8/],
    ["large.json", LARGE, /at most 1 MiB/],
  ];
  for (const [name, content, expected] of cases) {
    const { status, body } = await upload(page, name, content);
    expect(status >= 400 && expected.test(body.message), `${name}: ${status} ${body.message}`);
  }
}

async function refuseOtherWays({ url, browser }) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  const { status, body } = await sendBody(page, "animation.json", ANIMATION);
  expect(status >= 400 && /no "format": 1/.test(body.message), `without a form: ${status} ${body.message}`);
  expectEqual((await sendBody(page, "raw.json", TINY)).status, 201, "the answer to a ladder without a form");
  const byXmlRpc = (name, content) => sendByXmlRpc(url, "author", name, content);
  const refused = await byXmlRpc("animation.json", ANIMATION);
  expect(/<fault>[^]*no (&quot;|")format/.test(refused), `by XML-RPC: ${refused}`);
  const large = await byXmlRpc("large.json", LARGE);
  expect(/<fault>[^]*at most 1 MiB/.test(large), `a large ladder by XML-RPC: ${large}`);
  const accepted = await byXmlRpc("rpc.json", TINY);
  expect(/rpc[^<]*\.json</.test(accepted) && !accepted.includes("<fault>"), `a ladder by XML-RPC: ${accepted}`);
}

/** The plugin refuses nothing that the site would accept without it. */
async function allowedAnyway({ url, browser }) {
  const page = await logIn(browser, url, "author");
  await openEditor(page, url);
  const { error } = await sendToImport(page, "settings.json", ANIMATION);
  expectEqual(error, undefined, "the error of an import of settings");
  await page.context().addCookies([{ name: "json", value: "1", url }]);
  for (const send of [upload, sendBody]) {
    const { status, body } = await send(page, "animation.json", ANIMATION);
    expectEqual(status, 201, `the answer to an animation (${body.message})`);
  }
  const accepted = await sendByXmlRpc(url, "author", "animation.json", ANIMATION, "?json=1");
  expect(!accepted.includes("<fault>"), `by XML-RPC: ${accepted}`);
  expectEqual((await upload(page, "tiny.json", TINY)).status, 201, "the answer to a ladder");
}
