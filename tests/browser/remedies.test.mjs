// Files that cannot be read as they come: a password is asked for, an encoding is chosen, a scan is looked at, and a
// reader that dies takes nothing with it but its own file.

import assert from "node:assert/strict";
import { locked, sampleFiles, unsure } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { drop, figures, report, status } from "./steps.mjs";

const [january, february, march] = sampleFiles;

const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.id);

flow("a password is asked for, a wrong one is said, and the right one opens the file", async (page) => {
  await drop(page, [january, locked, february]);
  await status(page, "Đã đọc xong 2 báo cáo.");
  const row = report(page, locked.name);
  await row.getByText("cần mật khẩu", { exact: true }).waitFor();
  const field = row.getByLabel("Mật khẩu của co-mat-khau.pdf");
  assert.equal(await field.getAttribute("type"), "password");
  await field.focus();
  await page.keyboard.type("sai");
  await page.keyboard.press("Enter");
  await row.getByText("Mật khẩu không đúng").waitFor();
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-invalid") === "true");
  await page.keyboard.insertText("Mở-2022");
  await page.keyboard.press("Enter");
  await row.getByText("Tháng 02 năm 2022").waitFor();
  await page.waitForFunction((name) => document.activeElement.innerText.includes(name), locked.name);
  assert.equal(await page.getByLabel("Mật khẩu của").count(), 0);
  await row.getByRole("button", { name: "Xem ảnh các trang của co-mat-khau.pdf" }).click();
  await page.getByRole("img", { name: "Ảnh trang 1 của tệp co-mat-khau.pdf" }).waitFor();
});

flow("a file whose password nobody knows may be left", async (page) => {
  await drop(page, [january, locked]);
  await status(page, "Đã đọc xong 1 báo cáo.");
  await drop(page, [february]);
  await status(page, "Đã đọc xong 2 báo cáo.");
  assert.deepEqual((await figures(page, "Văn bản điện tử đi")).slice(0, 2), ["11.236", "8.947"]);
  await page.getByRole("button", { name: "Bỏ tệp co-mat-khau.pdf" }).click();
  assert.equal(await report(page, locked.name).count(), 0);
});

flow("the encoding of a file is chosen where its words do not tell it", async (page) => {
  await drop(page, [unsure]);
  const row = report(page, unsure.name);
  const choice = row.getByRole("combobox", { name: "Đọc lại phong-cu.txt theo bảng mã" });
  await choice.waitFor();
  assert.equal(await sentence(page, row), "Hå s¬: 12; ®¹t 3");
  await choice.selectOption("TCVN3 (ABC)");
  await page.waitForFunction(() => document.activeElement.tagName === "SELECT" && document.activeElement.value === "tcvn3");
  assert.equal(await focused(page), "Đọc lại phong-cu.txt theo bảng mã");
  assert.equal(await sentence(page, row), "Hồ sơ: 12; đạt 3");
  await choice.selectOption("Tự nhận");
  await page.waitForFunction(() => document.querySelector("select[id^=letters]")?.value === "");
  assert.equal(await sentence(page, row), "Hå s¬: 12; ®¹t 3");
});

flow("the pages of a scan are named and can be looked at", async (page) => {
  await drop(page, [january, await scan(page)]);
  const row = report(page, "ban-quet.pdf");
  await row.getByText("bản quét", { exact: true }).waitFor();
  assert.match(await row.innerText(), /2\/2 trang \(100%\) là ảnh/);
  await row.getByRole("button", { name: "Xem ảnh các trang của ban-quet.pdf" }).click();
  await page.getByRole("img", { name: "Ảnh trang 1 của tệp ban-quet.pdf" }).waitFor();
  await page.getByRole("button", { name: "Trang sau" }).click();
  await page.getByRole("img", { name: "Ảnh trang 2 của tệp ban-quet.pdf" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("img", { name: /^Ảnh trang/ }).waitFor({ state: "detached" });
});

flow("a reader that dies takes only its own file with it", async (page) => {
  await drop(page, [january]);
  await status(page, "Đã đọc xong 1 báo cáo.");
  await trap(page, february.name);
  await drop(page, [february, march]);
  await status(page, "Đã đọc xong 2 báo cáo.");
  const row = report(page, february.name);
  await row.getByText("làm bộ đọc dừng đột ngột").waitFor();
  assert.match(await report(page, march.name).innerText(), /xong/);
  assert.deepEqual((await figures(page, "Văn bản điện tử đi")).slice(0, 2), ["11.236", "–\nthiếu báo cáo"]);
});

/** The sentence of the only figure of a report, as the list of its figures shows it. */
async function sentence(page, row) {
  await row.getByRole("button", { name: /^Xem các số/ }).click();
  const text = await page.locator("td.sentence").first().innerText();
  await page.getByRole("button", { name: "Về bảng tổng hợp" }).click();
  return text.trim();
}

/** A PDF of two pages that hold a picture and no letter. */
async function scan(page) {
  const sheet = await page.context().newPage();
  const picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='400' height='500'><rect width='400' height='500' fill='silver'/></svg>";
  await sheet.setContent(`<img src="${picture}"><div style="break-before: page"><img src="${picture}"></div>`);
  const bytes = await sheet.pdf({ format: "A4" });
  await sheet.close();
  return { name: "ban-quet.pdf", bytes };
}

/** Lets the worker that runs die as WebAssembly does in a fault, once it is asked to read the file of that name. */
async function trap(page, name) {
  const [worker] = page.workers();
  await worker.evaluate((name) => {
    const listen = self.onmessage;
    self.onmessage = (event) => {
      if (event.data[0].includes(name)) throw new WebAssembly.RuntimeError("unreachable");
      return listen(event);
    };
  }, name);
}
