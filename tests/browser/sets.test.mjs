// Reports that do not fit together: the page says which are used and why the others are not.

import assert from "node:assert/strict";
import { corpus, sampleFiles } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { drop, figures, findings, status } from "./steps.mjs";

flow("missing months are gaps, and no total is guessed", async (page) => {
  await drop(page, await corpus("missing-months"));
  await status(page, "Đã đọc xong 3 báo cáo.");
  for (const month of ["Tháng 3", "Tháng 5", "Tháng 6"]) {
    await page.getByRole("button", { name: `${month}: thiếu báo cáo` }).waitFor();
  }
  assert.match((await figures(page, "Văn bản điện tử đi")).at(-1), /^chưa có/);
  assert.match(await findings(page), /Thiếu báo cáo tháng 3, tháng 5 và tháng 6/);
});

flow("two reports of one month are named, one is used", async (page) => {
  await drop(page, await corpus("two-reports-of-one-month"));
  await status(page, "Đã đọc xong 3 báo cáo.");
  const sent = await figures(page, "Văn bản điện tử đi");
  assert.ok(["980", "985"].includes(sent[1]), `one of the two, not their sum: ${sent[1]}`);
  const text = await findings(page);
  assert.match(text, /hai báo cáo tháng 02 năm 2022/);
  assert.match(text, /thang-02-sua\.txt/);
});

flow("the same file twice is taken once", async (page) => {
  await drop(page, [sampleFiles[0]]);
  await status(page, "Đã đọc xong 1 báo cáo.");
  await drop(page, [sampleFiles[0]]);
  await status(page, "với nội dung y hệt");
  await page.getByRole("tab", { name: "Báo cáo (1)" }).waitFor();
});

flow("a copy under another name is counted once", async (page) => {
  await drop(page, await corpus("same-report-twice"));
  await status(page, "Đã đọc xong 2 báo cáo.");
  assert.equal((await figures(page, "Văn bản điện tử đi"))[0], "1.250");
  assert.match(await findings(page), /trùng nội dung/);
});

flow("a report of another province is set apart", async (page) => {
  await drop(page, await corpus("another-province"));
  await status(page, "Đã đọc xong 3 báo cáo.");
  const sent = await figures(page, "Văn bản điện tử đi");
  assert.deepEqual(sent.slice(0, 2), ["1.250", "980"]);
  assert.match(sent[2], /thiếu báo cáo/);
  assert.match(await findings(page), /tinh-khac-thang-03\.txt.*Vĩnh Sơn/s);
});

flow("another half-year can be chosen", async (page) => {
  await drop(page, await corpus("half-years-mixed"));
  await status(page, "Đã đọc xong 2 báo cáo.");
  await page.getByRole("combobox", { name: "Kỳ tổng hợp" }).selectOption({ label: "6 tháng đầu năm 2022" });
  await page.getByRole("heading", { name: "Bảng tổng hợp 6 tháng đầu năm 2022" }).waitFor();
  assert.equal((await figures(page, "Văn bản điện tử đi"))[5], "1.500");
});
