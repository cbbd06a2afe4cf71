// The report of the period: decisions on the table, the draft written over, its outline, parts of the table copied.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { corpus, sampleFiles } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { cell, drop, figures, paste, row, samples, status } from "./steps.mjs";

async function settings(page) {
  await page.getByText("Tùy chọn", { exact: true }).click();
}

flow("any span of months makes a table", async (page) => {
  await samples(page);
  await settings(page);
  await page.getByText("Số liệu từ ngày 15/12/2021 đến ngày 14/6/2022.").waitFor();
  await page.getByLabel("Từ tháng").fill("2022-02");
  await page.getByLabel("đến tháng").fill("2022-04");
  await page.getByRole("button", { name: "Lập bảng" }).click();
  await page.getByRole("heading", { name: "3 tháng (từ tháng 02/2022 đến tháng 4/2022)" }).waitFor();
  assert.deepEqual(await figures(page, "Văn bản điện tử đi"), ["8.947", "13.518", "12.874", "35.339"]);
  await page.getByLabel("Chốt số liệu tháng").selectOption("calendar");
  await page.getByText("Số liệu từ ngày 01/02/2022 đến ngày 30/4/2022.").waitFor();
});

flow("another agency can be switched to", async (page) => {
  await drop(page, await corpus("another-province"));
  await row(page, "Văn bản điện tử đi").waitFor();
  const before = await figures(page, "Văn bản điện tử đi");
  await settings(page);
  const agencies = page.locator("#agency");
  await agencies.waitFor();
  const names = await agencies.locator("option").allInnerTexts();
  assert.equal(names.length, 2);
  await agencies.selectOption({ label: names.find((name) => name.includes("Vĩnh Sơn")) });
  await page.waitForFunction((before) => document.querySelector("#table").innerText.includes("Văn bản điện tử đi") && !document.querySelector("#table").innerText.includes(before), before[0]);
});

flow("the other of two reports of a month can be chosen", async (page) => {
  await drop(page, await corpus("two-reports-of-one-month"));
  await status(page, "Đã đọc xong 3 báo cáo.");
  const [, before] = await figures(page, "Văn bản điện tử đi");
  await settings(page);
  const choice = page.getByLabel("Báo cáo tháng 02 năm 2022 được dùng");
  const used = await choice.inputValue();
  const values = await choice.locator("option").evaluateAll((options) => options.map((option) => option.value));
  await choice.selectOption(values.find((value) => value !== used));
  await cell(page, "Văn bản điện tử đi", 2).filter({ hasNotText: before }).waitFor();
});

flow("the months are compared with the ones before", async (page) => {
  await drop(page, sampleFiles);
  await status(page, "Đã đọc xong 6 báo cáo.");
  await page.getByLabel("Kỳ tổng hợp").selectOption("2022-Q2");
  await page.getByRole("columnheader", { name: "Quý I năm 2022" }).waitFor();
  const sent = await figures(page, "Văn bản điện tử đi");
  assert.deepEqual(sent.slice(3), ["39.039", "33.701", "5.338", "15,84"]);
  await settings(page);
  await page.getByLabel("So sánh với quý I năm 2022").uncheck();
  await page.getByRole("columnheader", { name: "Quý I năm 2022" }).waitFor({ state: "detached" });
});

flow("a half-year's report is held against its months", async (page) => {
  await drop(page, await corpus("half-year-beside-its-months"));
  await page.getByRole("button", { name: /^Đối chiếu báo cáo 6 tháng đầu năm 2022/ }).click();
  await page.getByRole("heading", { name: "Đối chiếu báo cáo 6 tháng đầu năm 2022 với các tháng" }).waitFor();
  const heads = await page.getByRole("columnheader").allInnerTexts();
  assert.deepEqual(heads.slice(1, 5), ["Báo cáo ghi", "Các tháng cho", "Lệch", "Kết quả"]);
  assert.ok((await page.locator("#held tbody tr").count()) > 2);
});

flow("a row, a column and a block are copied", async (page) => {
  await samples(page);
  await cell(page, "Văn bản điện tử đi", 1).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await status(page, "Đã chọn 4 ô");
  await page.keyboard.press("Control+C");
  await status(page, "Đã chép phần chọn");
  const block = await paste(page);
  assert.deepEqual(block.rows[0], ["11.236", "8.947"]);
  assert.equal(block.rows.length, 2);
  assert.equal(block.text.split("\n")[0], "11.236\t8.947");
  await page.keyboard.press("Shift+Space");
  await page.keyboard.press("Control+C");
  await status(page, "Đã chép phần chọn");
  await page.getByRole("columnheader", { name: "Cả kỳ" }).click();
  await page.getByRole("button", { name: "Chép phần chọn" }).click();
  const column = await paste(page);
  assert.equal(column.rows[0][0], "6 tháng đầu năm 2022");
  assert.ok(column.rows.some(([value]) => value === "72.740"));
  assert.ok(column.rows.every((cells) => cells.length === 1));
});

flow("a text is written over, and its figures follow their sources", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  const sentence = page.locator("p[data-key]").filter({ hasText: "5.907" });
  await sentence.hover();
  await sentence.getByRole("button", { name: "Sửa đoạn này" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Đạt 17 lớp.");
  await page.keyboard.press("Enter");
  await status(page, "Đã ghi chỗ sửa.");
  const edited = page.locator("p.is-edited");
  await edited.filter({ hasText: "Đạt 17 lớp." }).waitFor();
  assert.equal(await edited.locator(".by-hand").innerText(), "17");
  await edited.getByRole("button", { name: "Xem cách tính số 5.907" }).waitFor();
  // Without the last month the figure is that of the month before.
  await page.getByRole("button", { name: "Bỏ tệp bc-thang-06-2022.txt" }).click();
  await edited.getByRole("button", { name: "Xem cách tính số 5.880" }).waitFor();
  await edited.getByRole("button", { name: "Bỏ chỗ sửa" }).click();
  await edited.waitFor({ state: "detached" });
});

flow("a figure written over is marked", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  const sentence = page.locator("p[data-key]").filter({ hasText: "72.740" });
  await sentence.getByRole("button", { name: "Sửa đoạn này" }).click();
  await page.evaluate(() => {
    const figure = [...document.querySelectorAll("[data-editing] [data-link]")].find((span) => span.innerText === "72.740");
    figure.firstChild.data = "72.800";
  });
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("p.is-edited .by-hand").innerText(), "72.800");
});

flow("the outline is changed, saved and loaded", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await page.getByRole("button", { name: "Sửa đề cương" }).click();
  // The view takes the focus to its title once it is drawn; what is typed before that would go there.
  await page.locator("#outline-title:focus").waitFor();
  await page.getByLabel("Tên đề cương").fill("Đề cương thử");
  await page.getByLabel("Tên đề cương").blur();
  await page.getByRole("textbox", { name: "Tên mục" }).nth(2).fill("Hạ tầng số");
  await page.getByRole("textbox", { name: "Tên mục" }).nth(2).blur();
  await page.getByRole("button", { name: "Đưa mục Hạ tầng số lên" }).or(page.getByRole("button", { name: /^Đưa mục .* lên$/ }).nth(2)).first().click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lưu đề cương" }).click()]);
  const kept = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(kept.name, "Đề cương thử");
  assert.equal(kept.section[1].title, "Hạ tầng số");
  await page.getByRole("button", { name: "Về dự thảo" }).click();
  await page.getByRole("article").getByText("1. Hạ tầng số").waitFor();
  await page.getByRole("button", { name: "Sửa đề cương" }).click();
  await page.getByRole("button", { name: "Về đề cương có sẵn" }).click();
  await page.getByRole("button", { name: "Về dự thảo" }).click();
  await page.getByRole("article").getByText("1. Hạ tầng số").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Sửa đề cương" }).click();
  await page.getByLabel("Mở đề cương đã lưu").setInputFiles({ name: "de-cuong.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(kept)) });
  await status(page, "Đã mở đề cương “Đề cương thử”.");
  await page.getByRole("article").getByText("1. Hạ tầng số").waitFor();
});

for (const [format, name, begin] of [["csv", "bang-2022-H1.csv", "\u{feff}\"TT\""], ["html", "bang-2022-H1.html", "<!DOCTYPE html>"], ["json", "bang-2022-H1.json", "{"]]) {
  flow(`the table is saved as ${name}`, async (page) => {
    await samples(page);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByLabel("Lưu dạng khác").selectOption(format)]);
    assert.equal(file.suggestedFilename(), name);
    assert.ok((await readFile(await file.path(), "utf8")).startsWith(begin));
  });
}
