// Writes the Word files among the sample reports from their texts in `tests/support/samples/`:
//   node tests/support/samples.mjs
// The others are plain text and are edited where they stand.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { docx } from "./docx.mjs";

/** March is numbered paragraph by paragraph, May by its heading styles: Word's files come in both ways. */
const WORD_SAMPLES = [
  { name: "bc-thang-03-2022", numberedStyles: false },
  { name: "bc-thang-05-2022", numberedStyles: true },
];

/** The Word samples: where each belongs, and its bytes. */
export function wordSamples() {
  return WORD_SAMPLES.map(({ name, numberedStyles }) => ({
    target: new URL(`../../samples/${name}.docx`, import.meta.url),
    bytes: docx(readFileSync(new URL(`samples/${name}.txt`, import.meta.url), "utf8"), { numberedStyles }),
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { target, bytes } of wordSamples()) writeFileSync(target, bytes);
}
