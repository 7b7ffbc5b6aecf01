// Generates the picture at the top of a post.

import { deflateSync } from "node:zlib";

/** A PNG with bands of colour and some noise, the same each time. At 900 × 450 it has about 120 KB, like many pictures
 *  in posts. */
export function generatePicture(width, height) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let state = 1;
  for (let at = 0; at < rows.length; at++) {
    const [row, column] = [Math.floor(at / (width * 3 + 1)), at % (width * 3 + 1)];
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = state % 29 === 0 ? state % 7 : 0;
    rows[at] = column ? ((row >> 3) + (column >> 6) * 3 + noise) & 255 : 0;
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
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, checksum]);
}

function crc(bytes) {
  let remainder = ~0;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
    }
  }
  return ~remainder >>> 0;
}
