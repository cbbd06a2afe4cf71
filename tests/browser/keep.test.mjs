// What was made of a draft: it outlives a reload, and goes along in a file to another machine.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { flow } from "./flow.mjs";
import { drop, samples, status, usable } from "./steps.mjs";

const NUMBER = "Số: 57/BC-STTTT";

/** Opens the draft, writes the number over and switches a section off. */
async function write(page) {
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  const number = page.getByText("Số: …/BC-STTTT");
  await number.dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(NUMBER);
  await page.keyboard.press("Enter");
  await page.getByRole("article").getByText(NUMBER).waitFor();
  await page.getByText("Chọn mục").click();
  await page.getByRole("checkbox", { name: "Lĩnh vực bưu chính, viễn thông" }).uncheck();
  await page.getByRole("article").getByText("2. Lĩnh vực bưu chính, viễn thông").waitFor({ state: "detached" });
}

/** The draft has what was made of it. */
async function isKept(page) {
  await page.getByRole("article").getByText(NUMBER).waitFor();
  await page.getByRole("button", { name: "Bỏ mọi chỗ sửa (1)" }).waitFor();
  await page.getByText("Chọn mục").click();
  assert.equal(await page.getByRole("checkbox", { name: "Lĩnh vực bưu chính, viễn thông" }).isChecked(), false);
}

flow("a draft that was written over outlives a reload", async (page) => {
  await write(page);
  await page.reload();
  await usable(page);
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await isKept(page);
  await page.getByRole("button", { name: "Bỏ mọi chỗ sửa (1)" }).click();
  await page.getByText("Số: …/BC-STTTT").waitFor();
  await page.reload();
  await usable(page);
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await page.getByText("Số: …/BC-STTTT").waitFor();
});

flow("a draft that was written over goes along in a file", async (page) => {
  await write(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lưu bài đang làm" }).click(),
  ]);
  assert.equal(file.suggestedFilename(), "quyet-dinh.json");
  const bytes = await readFile(await file.path());
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await usable(page);
  await samples(page);
  await drop(page, [{ name: "quyet-dinh.json", bytes }]);
  await status(page, "Đã nhận 0 quyết định và 1 chỗ sửa trong dự thảo từ tệp.");
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await isKept(page);
});

flow("another period begins with the draft as it is made, and each finds its own again", async (page) => {
  await write(page);
  await page.getByRole("button", { name: "Về bảng tổng hợp" }).click();
  await page.getByLabel("Kỳ tổng hợp").selectOption("2022-Q1");
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await page.getByRole("article").getByText("quý I năm 2022").first().waitFor();
  await page.getByText("Số: …/BC-STTTT").waitFor();
  await page.getByRole("button", { name: "Về bảng tổng hợp" }).click();
  await page.getByLabel("Kỳ tổng hợp").selectOption("2022-H1");
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await page.getByRole("article").getByText(NUMBER).waitFor();
});
