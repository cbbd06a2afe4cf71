// The Word files among the samples are what their texts say (`node tests/support/samples.mjs` writes them).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { test } from "node:test";
import { wordSamples } from "../support/samples.mjs";

for (const { target, bytes } of wordSamples()) {
  test(`${basename(target.pathname)} is made from its text`, async () => {
    assert.ok(bytes.equals(await readFile(target)), "run `node tests/support/samples.mjs`");
  });
}
