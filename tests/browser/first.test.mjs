// The first screen stands before any program runs, looks as the page draws it, and loses nothing that it was given.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faces, launch, open } from "./app.mjs";
import { sampleFiles, samplePaths } from "./fixtures.mjs";
import { drop, figures, status } from "./steps.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/**
 * Runs `body` with the page whose program does not come before `release()` is called.
 */
function early(name, body) {
  for (const face of faces) {
    test(`${face}: ${name}`, { timeout: 60_000 }, async () => {
      const app = await open(browser, face, { held: true });
      try {
        await app.page.locator("#opening").waitFor({ state: "attached" });
        await body(app.page, async () => {
          await app.release();
          await app.page.locator("#opening").waitFor({ state: "detached" });
        });
        assert.deepEqual(app.problems, [], "the console is silent");
      } finally {
        await app.close();
      }
    });
  }
}

early("the first screen is what the page draws", async (page, release) => {
  const [tree, picture] = [await page.locator("body").ariaSnapshot(), await page.screenshot()];
  assert.match(tree, /button "Chọn tệp…"[^]*button "Dùng thử với báo cáo mẫu"/);
  await release();
  await status(page, "Sẵn sàng");
  // What the page says at its foot has changed meanwhile, and nothing else.
  await page.locator("#notice").evaluate((notice) => (notice.textContent = "Đang mở…"));
  assert.equal(await page.locator("body").ariaSnapshot(), tree);
  assert.ok(picture.equals(await page.screenshot()), "both look the same");
});

early("files that are dropped before the program runs are read", async (page, release) => {
  await drop(page, sampleFiles);
  await release();
  await status(page, "Đã đọc xong 6 báo cáo.");
  assert.equal((await figures(page, "Văn bản điện tử đi")).at(-1), "72.740");
});

early("a picker that was opened before the program runs still serves", async (page, release) => {
  const [picker] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Chọn tệp…" }).click(),
  ]);
  await release();
  await picker.setFiles(samplePaths);
  await status(page, "Đã đọc xong 6 báo cáo.");
});

early("files that are chosen before the program runs are read", async (page, release) => {
  const [picker] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Chọn tệp…" }).click(),
  ]);
  await picker.setFiles(samplePaths.slice(0, 2));
  await release();
  await status(page, "Đã đọc xong 2 báo cáo.");
});

early("the samples are asked for before the program runs", async (page, release) => {
  await page.getByRole("button", { name: "Dùng thử với báo cáo mẫu" }).press("Enter");
  await release();
  await status(page, "Đã đọc xong 6 báo cáo.");
});

early("the focus stays where it was", async (page, release) => {
  await page.getByRole("button", { name: "Chọn thư mục…" }).focus();
  await release();
  assert.equal(await page.evaluate(() => document.activeElement.id), "choose-folder");
});
