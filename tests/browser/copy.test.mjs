// The table goes to Word and Excel by the clipboard: as a table, and as text parted by tabs.

import assert from "node:assert/strict";
import { flow } from "./flow.mjs";
import { cell, paste, samples, status } from "./steps.mjs";

const SENT = ["11.236", "8.947", "13.518", "12.874", "13.205", "12.960", "72.740"];

flow("the button copies the table", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: "Chép bảng" }).click();
  await status(page, "Đã chép bảng");
  holdsTheTable(await paste(page));
});

flow("Ctrl+C in the table copies it", async (page) => {
  await samples(page);
  await cell(page, "Văn bản điện tử đi", 1).click();
  await page.keyboard.press("Control+C");
  await status(page, "Đã chép bảng");
  holdsTheTable(await paste(page));
});

flow("what is selected is copied as it is", async (page) => {
  await samples(page);
  const title = page.getByRole("heading", { name: "Bảng tổng hợp 6 tháng đầu năm 2022" });
  await title.selectText();
  await page.keyboard.press("Control+C");
  assert.equal((await paste(page)).text.trim(), "Bảng tổng hợp 6 tháng đầu năm 2022");
});

function holdsTheTable({ html, text, rows }) {
  assert.match(html, /<table/);
  assert.doesNotMatch(html, /<script|<link|src=|href=/, "what is pasted refers to nothing outside");
  for (const lines of [rows, text.trimEnd().split(/\r?\n/).map((line) => line.split("\t"))]) {
    const width = Math.max(...lines.map((line) => line.length));
    assert.ok(width >= SENT.length + 1, "name, six months, total");
    const sent = lines.find((line) => line.some((value) => value.includes("Văn bản điện tử đi")));
    assert.deepEqual(sent.slice(-SENT.length), SENT);
    const names = lines.map((line) => line.join(" "));
    for (const part of ["Tháng 01", "Tháng 6", "Hộp thư đang sử dụng", "Hồ sơ tiếp nhận"]) {
      assert.ok(names.some((line) => line.includes(part)), part);
    }
  }
}
