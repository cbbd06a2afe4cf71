// Everyone can use the page: axe-core finds nothing against WCAG 2.2 A and AA in any of its states.

import assert from "node:assert/strict";
import axe from "axe-core";
import { locked, photograph, sampleFiles, unsure } from "./fixtures.mjs";
import { flow } from "./flow.mjs";
import { cell, drop, findings, report, samples, source } from "./steps.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

flow("the empty page is accessible", (page) => accessible(page));

flow("the table with an open source is accessible", async (page) => {
  await samples(page);
  await accessible(page);
  await cell(page, "Văn bản điện tử đi", 1).click();
  await source(page).waitFor();
  await accessible(page);
});

flow("findings, figures and refused files are accessible", async (page) => {
  await samples(page);
  await drop(page, [photograph]);
  await report(page, photograph.name).getByText("không đọc được").first().waitFor();
  await report(page, sampleFiles[0].name).getByRole("button", { name: /^Xem các số/ }).click();
  await accessible(page);
  await findings(page);
  await accessible(page);
});

flow("what is asked about a file is accessible", async (page) => {
  await drop(page, [locked, unsure]);
  await page.getByLabel("Mật khẩu của co-mat-khau.pdf").fill("sai");
  await page.keyboard.press("Enter");
  await page.getByText("Mật khẩu không đúng").first().waitFor();
  await page.getByRole("combobox", { name: /^Đọc lại phong-cu/ }).waitFor();
  await accessible(page);
});

flow("the page is accessible in the dark", async (page) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await samples(page);
  await accessible(page);
});

/** Scripts that an automation evaluates are not under the page's policy, which stays as it ships. */
async function accessible(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), RULES);
  const said = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`);
  assert.deepEqual(said, []);
}
