// All of it without a mouse.

import assert from "node:assert/strict";
import { flow } from "./flow.mjs";
import { corpus } from "./fixtures.mjs";
import { cell, drop, paste, source, status } from "./steps.mjs";

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

flow("a finding is looked at, mended and taken back by keyboard alone", async (page) => {
  await drop(page, await corpus("parts-do-not-add-up"));
  await status(page, "Đã đọc xong 1 báo cáo.");
  const tab = page.getByRole("tab", { name: /^Cần xem lại/ });
  await tabTo(page, page.getByRole("tab", { selected: true }));
  for (let step = 0; step < 5 && !(await focused(tab)); step += 1) await page.keyboard.press("ArrowRight");
  assert.ok(await focused(tab), "the arrows lead to the findings");
  await page.keyboard.press("Enter");

  const item = page.getByRole("listitem").filter({ hasText: "414 + 1.501" });
  await tabTo(page, item.getByRole("button", { name: "Xem chỗ này" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Cần xem lại" });
  await panel.getByRole("table", { name: "Phép tính" }).first().waitFor();
  assert.ok(await focused(panel.getByRole("heading", { name: "Cần xem lại" })), "the panel takes the focus");

  await tabTo(page, panel.getByRole("button", { name: "Dùng 1.481 thay cho 1.501" }));
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell").filter({ hasText: "đã quyết định: 1.481" }).first().waitFor();
  await item.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await item.waitFor();
  await page.getByRole("gridcell").filter({ hasText: "1.501" }).first().waitFor();
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
