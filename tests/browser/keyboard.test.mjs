// All of it without a mouse.

import assert from "node:assert/strict";
import { flow } from "./flow.mjs";
import { cell, paste, source, status } from "./steps.mjs";

flow("samples, table, source and copy by keyboard alone", async (page) => {
  await tabTo(page, page.getByRole("button", { name: "Dùng thử với báo cáo mẫu" }));
  await page.keyboard.press("Enter");
  await status(page, "Đã đọc xong 6 báo cáo.");

  const first = page.getByRole("gridcell").first();
  await tabTo(page, first);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  assert.ok(await focused(first), "the arrows come back to where they began");

  const target = cell(page, "Văn bản điện tử đi", 1);
  for (let step = 0; step < 200 && !(await focused(target)); step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await source(page).getByRole("mark").filter({ hasText: "11.236" }).waitFor();
  assert.ok(await focused(source(page).getByRole("heading", { name: "Câu gốc" })), "the panel takes the focus");
  await page.keyboard.press("Escape");
  await source(page).waitFor({ state: "detached" });
  assert.ok(await focused(target), "and gives it back to the figure");

  await page.keyboard.press("Control+C");
  await status(page, "Đã chép bảng");
  assert.match((await paste(page)).text, /72\.740/);
});

flow("the first Tab leads past the head to the table", async (page) => {
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Đến bảng tổng hợp" });
  assert.ok(await focused(skip));
  await page.keyboard.press("Enter");
  assert.ok(await focused(page.getByRole("main")));
});

/** Presses Tab until an element has the focus. */
async function tabTo(page, element) {
  for (let step = 0; step < 60; step += 1) {
    if (await focused(element)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not come to ${element}`);
}

function focused(element) {
  return element.evaluate((node) => node === document.activeElement);
}
