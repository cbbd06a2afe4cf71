// Zip archives for fixtures: as small as the format allows, and byte for byte the same on every machine.

import { crc32, deflateRawSync } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day that the format knows: an archive does not tell when it was made. */
const FIRST_DAY = 0x21;

/**
 * An archive of the given files.
 *
 * Content is stored unless `deflate` is asked for: stored bytes do not depend on the version of a
 * compressor, and the program that carries them compresses them better as a whole.
 *
 * @param {[string, string | Buffer | { packed: Buffer, length: number }][]} files name and content, in order; content
 *   that is deflated already comes with the length that it says to have, and without a checksum
 * @param {{ deflate?: boolean }} options
 * @returns {Buffer}
 */
export function zip(files, { deflate = false } = {}) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const entry = content.packed ? describe(name, content, true) : describe(name, pack(Buffer.from(content), deflate), deflate);
    const local = record(LOCAL, [[VERSION, 2]], entry.common, [[0, 2]]);
    bodies.push(local, entry.name, entry.packed);
    // No extra field, no comment, one disk, no attributes; then where the local record stands.
    const where = [[0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]];
    directory.push(record(CENTRAL, [[VERSION, 2], [VERSION, 2]], entry.common, where), entry.name);
    offset += local.length + entry.name.length + entry.packed.length;
  }
  const index = Buffer.concat(directory);
  const count = files.length;
  const end = record(END, [[0, 2], [0, 2], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2]]);
  return Buffer.concat([...bodies, index, end]);
}

function pack(content, deflate) {
  return { packed: deflate ? deflateRawSync(content, { level: 9 }) : content, length: content.length, sum: crc32(content) };
}

function describe(name, { packed, length, sum = 0 }, deflate) {
  const encoded = Buffer.from(name, "utf8");
  const common = [
    [UTF8_NAMES, 2],
    [deflate ? DEFLATED : STORED, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [sum, 4],
    [packed.length, 4],
    [length, 4],
    [encoded.length, 2],
  ];
  return { name: encoded, packed, common };
}

/** A signature and little-endian fields, each a value and its width in bytes. */
function record(signature, ...fields) {
  const flat = [[signature, 4], ...fields.flat()];
  const out = Buffer.alloc(flat.reduce((length, [, width]) => length + width, 0));
  let at = 0;
  for (const [value, width] of flat) {
    out.writeUIntLE(value, at, width);
    at += width;
  }
  return out;
}
