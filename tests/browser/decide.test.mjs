// What does not add up: the calculation, a decision on it, the table that follows, and the way back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { corpus } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { drop, figures, findings, status, usable } from "./steps.mjs";

/** Drops a report whose sums do not hold, and opens the finding whose sentence holds a text. */
async function opened(page, text) {
  await drop(page, await corpus("parts-do-not-add-up"));
  await status(page, "Đã đọc xong 1 báo cáo.");
  await findings(page);
  await page.getByRole("listitem").filter({ hasText: text }).getByRole("button", { name: "Xem chỗ này" }).click();
  const panel = page.getByRole("complementary", { name: "Cần xem lại" });
  await panel.waitFor();
  return panel;
}

flow("each figure of a calculation leads to its sentence", async (page) => {
  const panel = await opened(page, "8.215 + 1.179");
  const table = panel.getByRole("table", { name: "Phép tính" });
  const rows = await table.getByRole("row").allInnerTexts();
  assert.match(rows.join("\n"), /8\.215[\s\S]*\+[\s\S]*1\.179[\s\S]*=[\s\S]*9\.394[\s\S]*9\.412[\s\S]*Lệch[\s\S]*18/);
  await table.getByRole("button", { name: "1.179" }).click();
  assert.equal(await panel.getByRole("mark").innerText(), "1.179");
});

flow("one figure that mends two sums is one finding", async (page) => {
  const panel = await opened(page, "414 + 1.501");
  assert.match(await panel.innerText(), /1\.441 \+ 40 = 1\.481/);
  await panel.getByRole("button", { name: "Dùng 1.481 thay cho 1.501" }).waitFor();
});

flow("a proposal is taken, the table follows, and Ctrl+Z takes it back", async (page) => {
  const panel = await opened(page, "414 + 1.501");
  const before = await figures(page, "– của cá nhân");
  assert.match(before[2], /✕[\s\S]*1\.501/);
  await panel.getByRole("button", { name: "Dùng 1.481 thay cho 1.501" }).click();
  await page.getByRole("gridcell").filter({ hasText: "đã quyết định: 1.481" }).first().waitFor();
  const source = page.getByRole("complementary", { name: "Câu gốc" });
  assert.match(await source.innerText(), /In trong báo cáo\s*1\.501/);
  assert.match((await figures(page, "– của cá nhân"))[2], /✎[\s\S]*1\.481/);
  assert.doesNotMatch(await findings(page), /414 \+ 1\.501/);
  await page.keyboard.press("Control+z");
  await page.getByRole("listitem").filter({ hasText: "414 + 1.501" }).first().waitFor();
  await page.getByRole("gridcell").filter({ hasText: "1.501" }).first().waitFor();
});

flow("another value is entered; what is no figure is refused", async (page) => {
  const panel = await opened(page, "8.215 + 1.179");
  await panel.getByText("Ghi giá trị khác").click();
  await panel.getByLabel("Giá trị đúng của “9.412”").fill("mười");
  await panel.getByRole("button", { name: "Dùng giá trị này" }).click();
  await panel.getByRole("alert").filter({ hasText: "Ghi số như trong báo cáo" }).waitFor();
  await panel.getByLabel("Giá trị đúng của “9.412”").fill("9.394");
  await panel.getByLabel("Lý do (không bắt buộc)").fill("đã hỏi lại");
  await panel.getByRole("button", { name: "Dùng giá trị này" }).click();
  await page.getByRole("gridcell").filter({ hasText: "9.394" }).first().waitFor();
  assert.match(await page.getByRole("complementary", { name: "Câu gốc" }).innerText(), /đã hỏi lại/);
});

flow("what is kept needs a reason and leaves the list", async (page) => {
  const panel = await opened(page, "8.215 + 1.179");
  await panel.getByText("Giữ nguyên như báo cáo").click();
  await panel.getByRole("button", { name: "Giữ nguyên", exact: true }).click();
  await panel.getByRole("alert").filter({ hasText: "Hãy ghi lý do" }).waitFor();
  await panel.getByLabel("Lý do giữ nguyên").fill("hồ sơ liên thông tính riêng");
  await panel.getByRole("button", { name: "Giữ nguyên", exact: true }).click();
  await page.getByText("Đã quyết định (1)").waitFor();
  assert.match(await findings(page), /hồ sơ liên thông tính riêng/);
});

flow("decisions outlive the page and go along as a file", async (page) => {
  const panel = await opened(page, "414 + 1.501");
  await panel.getByRole("button", { name: "Dùng 1.481 thay cho 1.501" }).click();
  await page.getByText("Đã quyết định (1)").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lưu tệp quyết định" }).click(),
  ]);
  const decisions = { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  await page.reload();
  await usable(page);
  await drop(page, await corpus("parts-do-not-add-up"));
  await page.getByRole("gridcell").filter({ hasText: "1.481" }).first().waitFor();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await usable(page);
  await drop(page, await corpus("parts-do-not-add-up"));
  await page.getByRole("gridcell").filter({ hasText: "1.501" }).first().waitFor();
  await drop(page, [decisions]);
  await status(page, "Đã nhận 1 quyết định từ tệp.");
  await page.getByRole("gridcell").filter({ hasText: "1.481" }).first().waitFor();
});

flow("the findings are saved to send back", async (page) => {
  await opened(page, "414 + 1.501");
  for (const [button, ending] of [["Lưu CSV", "csv"], ["Lưu Word", "docx"]]) {
    const tools = page.getByRole("group", { name: "Gửi lại đơn vị lập báo cáo" });
    const [file] = await Promise.all([page.waitForEvent("download"), tools.getByRole("button", { name: button }).click()]);
    assert.equal(file.suggestedFilename(), `can-xem-lai-2022-H1.${ending}`);
    const bytes = await readFile(await file.path());
    if (ending === "csv") assert.match(bytes.toString("utf8"), /8\.215 \+ 1\.179 = 9\.394/);
    else assert.equal(bytes.subarray(0, 2).toString(), "PK");
  }
});
