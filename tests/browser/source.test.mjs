// No figure without its source: the sentence it stands in, or the figures it was made of.

import assert from "node:assert/strict";
import { sampleFiles } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { cell, findings, report, samples, source } from "./steps.mjs";

flow("a figure opens its sentence, the figure marked", async (page) => {
  await samples(page);
  await cell(page, "Văn bản điện tử đi", 4).click();
  await source(page).getByText(sampleFiles[3].name).waitFor();
  assert.equal(await source(page).getByRole("mark").innerText(), "12.874");
  // The sentence is shown as it stands in the file, which is in decomposed Unicode.
  const shown = (await source(page).innerText()).normalize("NFC");
  assert.match(shown, /tổng văn bản đi: 12\.874, trong đó ký số 10\.958 văn bản/);
});

flow("the figure of a Word file opens its sentence", async (page) => {
  await samples(page);
  await cell(page, "Hồ sơ đã giải quyết", 3).click();
  await source(page).getByText(sampleFiles[2].name).waitFor();
  assert.equal(await source(page).getByRole("mark").innerText(), "10.977");
  assert.match(await source(page).innerText(), /Ứng dụng công nghệ thông tin/i);
});

flow("the panel walks from figure to figure and closes", async (page) => {
  await samples(page);
  await cell(page, "Văn bản điện tử đi", 6).click();
  await source(page).getByRole("button", { name: "Số sau" }).click();
  await source(page).getByRole("mark").filter({ hasText: "11.391" }).waitFor();
  await source(page).getByRole("button", { name: "Số trước" }).click();
  await source(page).getByRole("mark").filter({ hasText: "12.960" }).waitFor();
  await source(page).getByRole("button", { name: "Đóng khung câu gốc" }).click();
  await source(page).waitFor({ state: "detached" });
});

flow("a total says how it was made", async (page) => {
  await samples(page);
  await cell(page, "Hộp thư cấp mới", 7).click();
  const panel = page.getByRole("complementary", { name: "Cách tính" });
  await panel.waitFor();
  const text = await panel.innerText();
  assert.match(text, /77/);
  for (const figure of [12, 5, 21, 9, 16, 14]) assert.match(text, new RegExp(`\\b${figure}\\b`));
});

flow("the deliberate slip is found, and its place opens", async (page) => {
  await samples(page);
  const text = await findings(page);
  assert.match(text, /40,62/);
  assert.match(text, /40,26/);
  await page.getByRole("listitem").filter({ hasText: "40,62" }).getByRole("button", { name: "Xem chỗ này" }).click();
  await page.getByRole("complementary").getByRole("mark").filter({ hasText: "40,62" }).waitFor();
});

flow("all figures of a report are listed", async (page) => {
  await samples(page);
  await report(page, sampleFiles[5].name).getByRole("button", { name: /^Xem các số/ }).click();
  await page.getByRole("heading", { name: `Các số của ${sampleFiles[5].name}` }).waitFor();
  await page.getByText("12.960").first().waitFor();
  await page.getByRole("button", { name: "Về bảng tổng hợp" }).click();
  await page.getByRole("grid").waitFor();
});
