// What a post pays for us while its readers have not come near the widget.

import { deflateSync } from "node:zlib";
import { Load } from "../browser.mjs";
import { line, paragraphs, post } from "../post.mjs";
import { summary, sum } from "../figures.mjs";

/** So many paragraphs are some windows high. */
const ABOVE = 40;
const KINDS = ["text", "picture"];
const PICTURE = `<img src="/picture.png" width="900" height="450" alt="">`;

export async function prepare(site) {
  site.add("/picture.png", picture(900, 450));
  for (const kind of KINDS) {
    const body = `${kind === "picture" ? PICTURE : ""}\n${paragraphs(ABOVE)}`;
    site.add(`/cost-${kind}-without.html`, post("nothing", body));
    site.add(`/cost-${kind}-with.html`, post("nothing", `${body}\n${line('ladder="product"')}`));
  }
}

export async function run({ browser, origin, rounds, say }) {
  const figures = {};
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) {
      for (const which of round % 2 ? ["with", "without"] : ["without", "with"]) {
        say(`round ${round + 1} of ${rounds}: ${kind}, ${which} the widget`);
        (figures[`${kind}-${which}`] ??= []).push(await visit(browser, `${origin}/cost-${kind}-${which}.html`));
      }
    }
  }
  return Object.fromEntries(Object.entries(figures).map(([name, rounds]) => [name, summary(rounds)]));
}

async function visit(browser, url) {
  const load = await Load.open(browser);
  try {
    await load.visit(url);
    await load.page.waitForLoadState("load");
    await load.settle();
    const { longTasks, longTaskCount, shift, largest } = await load.run("bench.costs()");
    const requests = load.requests();
    return { bytes: sum(requests.map(({ bytes }) => bytes)), requests: requests.length, longTasks, longTaskCount, shift, largest };
  } finally {
    await load.close();
  }
}

/** A picture of some 50 KB: bands of colour with some grain. */
function picture(width, height) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let state = 1;
  for (let at = 0; at < rows.length; at++) {
    const [row, column] = [Math.floor(at / (width * 3 + 1)), at % (width * 3 + 1)];
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const grain = state % 29 === 0 ? state % 7 : 0;
    rows[at] = column ? ((row >> 3) + (column >> 6) * 3 + grain) & 255 : 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes) {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
  }
  return ~rest >>> 0;
}
