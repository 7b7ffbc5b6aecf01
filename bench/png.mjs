// A picture for posts, the same each time.

import { deflateSync } from "node:zlib";

/** A PNG of bands of colour with some grain: 900 × 450 are some 120 KB, like the picture at the top of a post. */
export function picture(width, height) {
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
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
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
