// The draft: figures lead to how they were made, sections are switched off, and files are saved.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { flow } from "./flow.mjs";
import { samples } from "./steps.mjs";

flow("a figure of the draft leads to how it was made", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  await page.getByRole("button", { name: "Xem cách tính số 72.740" }).click();
  await page.getByRole("complementary", { name: "Cách tính" }).getByText("= 72.740").waitFor();
});

flow("a section is switched off and on", async (page) => {
  await samples(page);
  await page.getByRole("button", { name: "Xem dự thảo" }).click();
  const heading = page.getByRole("article").getByText("2. Lĩnh vực bưu chính, viễn thông");
  await heading.waitFor();
  await page.getByText("Chọn mục").click();
  await page.getByRole("checkbox", { name: "Lĩnh vực bưu chính, viễn thông" }).uncheck();
  await heading.waitFor({ state: "detached" });
  await page.getByRole("checkbox", { name: "Lĩnh vực bưu chính, viễn thông" }).check();
  await heading.waitFor();
});

for (const [button, name] of [["Lưu Word", "bao-cao-2022-H1.docx"], ["Lưu Excel", "bang-2022-H1.xlsx"]]) {
  flow(`${button} saves ${name}`, async (page) => {
    await samples(page);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
    assert.equal(file.suggestedFilename(), name);
    assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), "PK");
  });
}
