// A long job can be stopped; what was read stays, and the rest can be read later.

import assert from "node:assert/strict";
import { long, sampleFiles } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { drop, figures, report } from "./steps.mjs";

const [january, february] = sampleFiles;

flow("stop ends a long job and keeps what was read", async (page) => {
  const heavy = ["dai-1.txt", "dai-2.txt", "dai-3.txt"].map((name) => long(name, 12));
  await drop(page, [january, ...heavy]);
  await page.getByText("Đang đọc 2/4: dai-1.txt").waitFor();
  await page.getByRole("button", { name: "Dừng" }).click();
  for (const { name } of heavy) await report(page, name).getByText("đã dừng").waitFor();
  assert.equal(await page.getByRole("progressbar").count(), 0);
  await report(page, january.name).getByText("xong", { exact: true }).waitFor();
  assert.equal((await figures(page, "Văn bản điện tử đi"))[0], "11.236");

  // The worker that takes over knows the old report and reads another.
  await drop(page, [february]);
  await report(page, february.name).getByText("xong", { exact: true }).waitFor();
  await page.getByRole("button", { name: /^Tháng 02: bc-thang-02/ }).waitFor();
  assert.deepEqual((await figures(page, "Văn bản điện tử đi")).slice(0, 2), ["11.236", "8.947"]);
  await page.getByRole("button", { name: "Đọc lại dai-1.txt" }).click();
  await page.getByText(/Đang đọc .*dai-1\.txt/).waitFor();
  await page.getByRole("button", { name: "Dừng" }).click();
  await report(page, "dai-1.txt").getByText("đã dừng").waitFor();
});
