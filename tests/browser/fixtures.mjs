// Files for the flows: the sample reports, the corpus, and what no editor would write.

import { mkdtemp, open, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, deflateRawSync } from "node:zlib";
import { bareDocx, documentXml } from "../support/docx.mjs";
import { zip } from "../support/zip.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

const MIB = 1 << 20;

/** The paths of the six sample reports, in the order of the months. */
export const samplePaths = await paths("samples", /^bc-thang-/);

/** The six sample reports, in the order of the months. */
export const sampleFiles = await read(samplePaths);

/** Real reports, for measuring, where they lie beside the project; elsewhere none. */
export const realReports = await paths("../shared/reports", /^(?!README).*\.(md|txt)$/).then(read, () => []);

/** The reports of a folder of the corpus. */
export async function corpus(trap) {
  return read(await paths(`tests/corpus/${trap}`, /^(?!expected)/));
}

/** A file without a byte. */
export const empty = { name: "rong.docx", bytes: Buffer.alloc(0) };

/** The beginning of a photograph, under the name of a Word file. */
export const photograph = {
  name: "anh-chup.docx",
  bytes: Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"), Buffer.alloc(4096, 0x5a)]),
};

/** A PDF with a password, described in `tests/readers/files/README.md`. */
export const locked = {
  name: "co-mat-khau.pdf",
  bytes: await readFile(join(root, "tests/readers/files/locked.pdf")),
};

/** "Hồ sơ: 12; đạt 3" in TCVN3: too few words to be sure of. */
export const unsure = { name: "phong-cu.txt", bytes: Buffer.from("H\u{e5} s\u{ac}: 12; \u{ae}\u{b9}t 3\n") };

/** A Word file of which a half arrived. */
export function truncated() {
  const whole = sampleFiles.find(({ name }) => name.endsWith(".docx")).bytes;
  return { name: "tai-do-dang.docx", bytes: whole.subarray(0, whole.length / 2) };
}

/** Tables in tables, deeper than any stack. */
export function deep() {
  const depth = 100_000;
  const nested = "<w:tbl><w:tr><w:tc>".repeat(depth) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(depth);
  return { name: "long-nhau.docx", bytes: bareDocx(documentXml(nested), { deflate: true }) };
}

/**
 * A Word file of four megabytes whose text would be four gigabytes.
 *
 * A block that ends with a full flush refers to nothing before it, so that it may be repeated at will.
 */
export function bomb() {
  const blocks = 256;
  const block = deflateRawSync(Buffer.alloc(16 * MIB, " "), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const packed = Buffer.concat([...Array(blocks).fill(block), end]);
  const files = [["[Content_Types].xml", "<Types/>"], ["word/document.xml", { packed, length: blocks * 16 * MIB - 1 }]];
  return { name: "bom.docx", bytes: zip(files) };
}

/** Plain text that keeps the engine busy: a report that comes again and again, repeated where it is dropped. */
export function long(name, mebibytes) {
  const { bytes } = sampleFiles.at(-1);
  return { name, bytes, times: Math.ceil((mebibytes * MIB) / bytes.length) };
}

/** A file of 300 MB on the disk, of which hardly a block is written; gives its path to `use`. */
export async function withHugeFile(use) {
  const folder = await mkdtemp(join(tmpdir(), "tonghop-"));
  try {
    const path = join(folder, "rat-lon.docx");
    const file = await open(path, "w");
    await file.truncate(300 * MIB);
    await file.close();
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function paths(folder, names) {
  const found = (await readdir(join(root, folder))).filter((name) => names.test(name)).sort();
  return found.map((name) => join(root, folder, name));
}

function read(paths) {
  return Promise.all(paths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })));
}
