// The pictures of docs/huong-dan.md, taken of the single file with the sample reports:
//   TONGHOP_BROWSER=/usr/bin/chromium node tests/browser/screenshots.mjs

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, open } from "./app.mjs";
import { corpus, sampleFiles, truncated } from "./fixtures.mjs";
import { cell, drop, findings, report, samples, source, status, usable } from "./steps.mjs";

const folder = fileURLToPath(new URL("../../docs/img/", import.meta.url));

/** The screen of a government laptop, less the browser's own bars. */
const SCREEN = { width: 1180, height: 600 };

const scenes = {
  "1-mo-trang": () => {},
  "2-bang": samples,
  "3-cau-goc": async (page) => {
    await samples(page);
    await cell(page, "Văn bản điện tử đi", 4).click();
    await source(page).waitFor();
  },
  "4-can-xem-lai": async (page) => {
    await samples(page);
    await findings(page);
  },
  "5-tep-hong": async (page) => {
    await drop(page, [...sampleFiles.slice(0, 3), truncated(), ...(await corpus("not-a-report"))]);
    await report(page, "tai-do-dang.docx").getByText("không đọc được").first().waitFor();
    await status(page, "Đã đọc xong");
  },
};

await mkdir(folder, { recursive: true });
const browser = await launch();
for (const [name, scene] of Object.entries(scenes)) {
  const { page, close } = await open(browser, "single file");
  await page.setViewportSize(SCREEN);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await usable(page);
  await scene(page);
  await page.screenshot({ path: `${folder}${name}.png` });
  await close();
}
await browser.close();
