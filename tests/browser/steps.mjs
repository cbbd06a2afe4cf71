// The steps that flows are made of, in the official's words: drop, look up, open, copy.

import { sampleFiles } from "./fixtures.mjs";

/** The page can be used: its program has taken the first screen over, and its first button takes a click. */
export async function usable(page) {
  await page.locator("#opening").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Dùng thử với báo cáo mẫu" }).waitFor();
}

/**
 * Drops files onto the page, as the browser does when they are let go over it.
 *
 * @param {{ name: string, bytes: Buffer, times?: number }[]} files the bytes come as often as `times` says
 */
export async function drop(page, files) {
  const encoded = files.map(({ name, bytes, times = 1 }) => ({ name, times, text: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle((encoded) => {
    const transfer = new DataTransfer();
    for (const { name, text, times } of encoded) {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      transfer.items.add(new File(Array(times).fill(bytes), name));
    }
    return transfer;
  }, encoded);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** The first sample report as the browser prints it to PDF. */
export async function printed(page) {
  const text = sampleFiles[0].bytes.toString("utf8").normalize("NFC").replaceAll(/^#+ |\*\*/gm, "");
  // Every line of the sample is a paragraph of its own, as in the Word file that such a PDF is printed from.
  const paragraphs = text.split(/\n+/).map((part) => `<p>${part.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
  const sheet = await page.context().newPage();
  await sheet.setContent(`<body style="font: 18px serif">${paragraphs.join("")}</body>`);
  const bytes = await sheet.pdf({ format: "A4", margin: { top: "2cm", bottom: "2cm", left: "3cm", right: "2cm" } });
  await sheet.close();
  return { name: "bao-cao.pdf", bytes };
}

/** Chooses files that lie on the disk, by the button and the browser's own file picker. */
export async function choose(page, paths) {
  const [picker] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Chọn tệp…" }).click(),
  ]);
  await picker.setFiles(paths);
}

/** Presses the button for the samples. */
export async function samples(page) {
  await page.getByRole("button", { name: "Dùng thử với báo cáo mẫu" }).click();
  await status(page, "Đã đọc xong 6 báo cáo.");
}

/** Waits until the page says a sentence. */
export async function status(page, text) {
  await page.getByRole("status").filter({ hasText: text }).waitFor();
}

/** The table of the half-year. */
export function table(page) {
  return page.getByRole("grid", { name: /^Bảng tổng hợp/ });
}

/** The row of an indicator, by the beginning of its name; `nth` where several indicators are called the same. */
export function row(page, indicator, nth = 0) {
  const head = page.getByRole("rowheader", { name: new RegExp(`^${indicator}`) });
  return table(page).getByRole("row").filter({ has: head }).nth(nth);
}

/** What stands in the cells of an indicator's row: six months and the total. */
export async function figures(page, indicator, nth = 0) {
  await row(page, indicator, nth).waitFor();
  const texts = await row(page, indicator, nth).getByRole("gridcell").allInnerTexts();
  return texts.map((text) => text.trim());
}

/** The cell of an indicator and a month, 1 to 6, or of the total, 7. */
export function cell(page, indicator, column, nth = 0) {
  return row(page, indicator, nth).getByRole("gridcell").nth(column - 1);
}

/** The panel with the source of a figure. */
export function source(page) {
  return page.getByRole("complementary", { name: "Câu gốc" });
}

/** The entry of a file in the list of the reports. */
export function report(page, name) {
  const entries = page.getByRole("tabpanel").getByRole("listitem");
  return entries.filter({ has: page.getByText(name, { exact: true }) });
}

/** Opens the list of the findings and gives the sentences that stand in it. */
export async function findings(page) {
  await page.getByRole("tab", { name: /^Cần xem lại/ }).click();
  return page.getByRole("tabpanel").innerText();
}

/**
 * What a paste brings: pressed in an empty page beside the app, so that the browser's own clipboard is asked, with
 * no permission that an official would not give.
 *
 * @returns {Promise<{ html: string, text: string, rows: string[][] }>} the formats, and the pasted table as cells
 */
export async function paste(page) {
  const paper = await page.context().newPage();
  await paper.setContent('<div contenteditable role="textbox" aria-label="paper"></div>');
  await paper.evaluate(() => {
    addEventListener("paste", ({ clipboardData }) => {
      window.pasted = { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") };
    });
  });
  await paper.getByRole("textbox", { name: "paper" }).click();
  await paper.keyboard.press("Control+V");
  await paper.waitForFunction(() => window.pasted);
  const pasted = await paper.evaluate(() => ({
    ...window.pasted,
    rows: [...document.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
  }));
  await paper.close();
  return pasted;
}
