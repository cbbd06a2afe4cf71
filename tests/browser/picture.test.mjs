// A report that came as PDF shows the page that a figure stands on, the figure marked.

import assert from "node:assert/strict";
import { flow } from "./flow.mjs";
import { cell, drop, printed, samples, source, status } from "./steps.mjs";

const picture = (page) => source(page).getByRole("region", { name: "Ảnh trang của tệp PDF" });

flow("a figure of a PDF is marked on the picture of its page", async (page) => {
  await drop(page, [await printed(page)]);
  await status(page, "Đã đọc xong 1 báo cáo.");
  await cell(page, "Văn bản điện tử đi", 1).click();
  const image = picture(page).getByRole("img");
  await image.waitFor();
  assert.match(await image.getAttribute("alt"), /bao-cao\.pdf, chỗ ghi “[\d.]+” được đánh dấu/);
  assert.ok(await image.evaluate((img) => img.decode().then(() => img.naturalWidth > 900)));
  // The mark lies within the part of the page that the panel shows.
  const frame = await picture(page).getByRole("group").boundingBox();
  const mark = await picture(page).locator(".page-mark").first().boundingBox();
  assert.ok(mark.y >= frame.y && mark.y + mark.height <= frame.y + frame.height, "the mark is out of sight");
  assert.ok(mark.width > 8 && mark.width < 120, `the mark is ${mark.width} pixels wide`);
});

flow("the pages of a PDF are turned by the keyboard", async (page) => {
  await drop(page, [await printed(page)]);
  await status(page, "Đã đọc xong 1 báo cáo.");
  await cell(page, "Văn bản điện tử đi", 1).click();
  await picture(page).getByRole("img").waitFor();
  const place = async () => (await picture(page).getByRole("status").innerText()).match(/Trang (\d+)\/(\d+)/).map(Number);
  const [, first, all] = await place();
  assert.ok(all > 1);
  const next = picture(page).getByRole("button", { name: "Trang sau" });
  const back = picture(page).getByRole("button", { name: "Trang trước" });
  const [key, to] = first < all ? [next, first + 1] : [back, first - 1];
  await key.focus();
  await page.keyboard.press("Enter");
  await picture(page).getByRole("status").filter({ hasText: `Trang ${to}/${all}` }).waitFor();
  await picture(page).getByRole("img", { name: new RegExp(`^Ảnh trang ${to} `) }).waitFor();
});

flow("a report without pages has no picture", async (page) => {
  await samples(page);
  await cell(page, "Văn bản điện tử đi", 4).click();
  await source(page).getByRole("mark").waitFor();
  assert.equal(await picture(page).count(), 0);
});
