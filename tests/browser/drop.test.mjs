// Files come in by every way there is, and the figures of the half-year stand in the table.

import assert from "node:assert/strict";
import { dirname } from "node:path";
import { sampleFiles, samplePaths } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { choose, drop, figures, report, samples, status, table } from "./steps.mjs";

const SENT = ["11.236", "8.947", "13.518", "12.874", "13.205", "12.960", "72.740"];

flow("six reports are dropped and the table stands", async (page) => {
  await drop(page, sampleFiles);
  await status(page, "Đã đọc xong 6 báo cáo.");
  await page.getByRole("heading", { name: "Bảng tổng hợp 6 tháng đầu năm 2022" }).waitFor();
  assert.deepEqual(await figures(page, "Văn bản điện tử đi"), SENT);
  // A stock is June's; a ratio is that of the half-year's sums, not the mean of the months (85,31).
  assert.equal((await figures(page, "Hộp thư đang sử dụng")).at(-1), "5.717");
  assert.match((await figures(page, "– tỷ lệ ký số")).at(-1), /^85,50%?$/);
  const first = report(page, sampleFiles[0].name);
  await first.getByText("Tháng 01 năm 2022").waitFor();
  await first.getByText("Sở Thông tin và Truyền thông").waitFor();
  const [, found, all] = /tìm thấy (\d+)\/(\d+) số/.exec(await first.innerText());
  assert.ok(Number(found) > 80 && Number(found) <= Number(all), `${found} of ${all} numerals are understood`);
});

flow("files are chosen one after the other", async (page) => {
  await choose(page, samplePaths.slice(0, 2));
  await status(page, "Đã đọc xong 2 báo cáo.");
  await page.getByRole("button", { name: /^Tháng 3: thiếu báo cáo/ }).waitFor();
  assert.deepEqual((await figures(page, "Văn bản điện tử đi")).slice(0, 2), SENT.slice(0, 2));
  await choose(page, samplePaths.slice(2));
  await status(page, "Đã đọc xong 6 báo cáo.");
  assert.deepEqual(await figures(page, "Văn bản điện tử đi"), SENT);
  assert.equal(await page.getByRole("button", { name: /thiếu báo cáo/ }).count(), 0);
});

flow("a folder is chosen", async (page) => {
  const [picker] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Chọn thư mục…" }).click(),
  ]);
  await picker.setFiles(dirname(samplePaths[0]));
  await table(page).waitFor();
  assert.deepEqual(await figures(page, "Văn bản điện tử đi"), SENT);
});

flow("the text of a report is pasted", async (page) => {
  const paper = await page.context().newPage();
  await paper.setContent('<textarea aria-label="paper"></textarea>');
  await paper.getByRole("textbox", { name: "paper" }).fill(sampleFiles.at(-1).bytes.toString("utf8"));
  await paper.keyboard.press("Control+A");
  await paper.keyboard.press("Control+C");
  await paper.close();
  await page.keyboard.press("Control+V");
  await status(page, "Đã đọc xong 1 báo cáo.");
  assert.equal((await figures(page, "Văn bản điện tử đi"))[5], "12.960");
});

flow("the samples are one click away", async (page) => {
  await samples(page);
  assert.deepEqual(await figures(page, "Văn bản điện tử đi"), SENT);
});

flow("a report is taken off the list and its month is missing", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: `Bỏ tệp ${sampleFiles[3].name}` }).click();
  await page.getByRole("button", { name: /^Tháng 4: thiếu báo cáo/ }).waitFor();
  const sent = await figures(page, "Văn bản điện tử đi");
  assert.match(sent[3], /thiếu báo cáo/);
  assert.match(sent[6], /^chưa có/);
});
