// The table goes to Word and Excel by the clipboard: as a table, and as text parted by tabs.

import assert from "node:assert/strict";
import { corpus } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { cell, drop, findings, paste, samples, status } from "./steps.mjs";

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

flow("the report of findings is copied as a table and as text", async (page) => {
  await drop(page, await corpus("parts-do-not-add-up"));
  await status(page, "Đã đọc xong 1 báo cáo.");
  await findings(page);
  await page.getByRole("button", { name: "Chép danh sách" }).click();
  await status(page, "Đã chép danh sách cần xem lại");
  const { html, text, rows } = await paste(page);
  assert.match(html, /<table/);
  assert.doesNotMatch(html, /<script|<link|src=|href=/, "what is pasted refers to nothing outside");
  const head = rows.find((row) => row[0] === "TT");
  assert.deepEqual(head, ["TT", "Mức độ", "Nội dung", "Đề nghị", "Câu trong báo cáo"]);
  const sum = rows.find((row) => row[2]?.includes("8.215 + 1.179 = 9.394, báo cáo ghi 9.412, lệch 18"));
  assert.equal(sum[1], "Lỗi");
  assert.match(sum[3], /1\.179 → 1\.197/);
  assert.match(sum[4], /^Cổng dịch vụ công của tỉnh: .*8\.215 trực tiếp, 1\.179 trực tuyến/);
  assert.match(text, /bao-cao\.txt \(tháng 3 năm 2022, số 21\/BC-STTTT\)/);
  assert.match(text, /Lỗi: Hồ sơ tiếp nhận: 8\.215 \+ 1\.179 = 9\.394, báo cáo ghi 9\.412, lệch 18\./);
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
