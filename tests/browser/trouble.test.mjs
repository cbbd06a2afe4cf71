// Bad input: every file gets its own sentence or a right result, and nothing that stands already is lost.

import assert from "node:assert/strict";
import { bomb, corpus, deep, empty, photograph, sampleFiles, truncated, withHugeFile } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { choose, drop, figures, report, status, table } from "./steps.mjs";

const [january, february] = sampleFiles;

flow("a damaged file fails alone", async (page) => {
  await drop(page, [january, truncated(), february]);
  await says(page, "tai-do-dang.docx", /hỏng/);
  await status(page, "Đã đọc xong 2 báo cáo.");
  await stands(page);
});

flow("a file without content is refused", (page) => refused(page, empty, /không có nội dung/));

flow("a photograph under a Word name is refused", (page) => refused(page, photograph, /ảnh|hình/));

flow("tables in tables without end are read or refused", async (page) => {
  await drop(page, [january, february]);
  await stands(page);
  await drop(page, [deep()]);
  // What is right here is a bounded answer, whichever it is.
  await report(page, "long-nhau.docx").getByText(/không đọc được|xong/).waitFor();
  await stands(page);
});

flow("a file that inflates without end is refused", (page) => refused(page, bomb(), /bất thường|quá lớn/));

flow("a file of 300 MB is refused", (page) =>
  withHugeFile(async (path) => {
    await drop(page, [january, february]);
    await stands(page);
    await choose(page, [path]);
    await says(page, "rat-lon.docx", /lớn hơn 64 MB/);
    await stands(page);
  }));

flow("a report without figures is read", async (page) => {
  const [file] = await corpus("no-figures");
  await drop(page, [file]);
  await report(page, file.name).getByText("Tháng 3 năm 2022").waitFor();
  assert.equal(await table(page).count(), 0);
  await page.getByText("Chưa có số liệu nào để lập bảng cho kỳ này.").waitFor();
  await drop(page, [january, february]);
  await stands(page);
});

flow("a text that is no report says so", async (page) => {
  const [file] = await corpus("not-a-report");
  await drop(page, [file]);
  await report(page, file.name).getByText("Chưa rõ kỳ báo cáo").waitFor();
});

/** The file is refused with its sentence; what stood before stands. */
async function refused(page, file, sentence) {
  await drop(page, [january, february]);
  await stands(page);
  await drop(page, [file]);
  await says(page, file.name, sentence);
  await stands(page);
}

async function says(page, name, sentence) {
  const entry = report(page, name);
  await entry.getByText("không đọc được").first().waitFor();
  const text = await entry.innerText();
  assert.match(text, sentence);
  assert.doesNotMatch(text, /undefined|panicked|unwrap|Error/, "the sentence is for an official");
}

async function stands(page) {
  await page.getByRole("button", { name: /^Tháng 02: bc-thang-02/ }).waitFor();
  assert.deepEqual((await figures(page, "Văn bản điện tử đi")).slice(0, 2), ["11.236", "8.947"]);
}
