// What Lighthouse says of the served app, on its desktop settings, over a server that sends brotli as any does:
//   cargo xtask lighthouse

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { dist } from "./app.mjs";

/** The lowest score of a run that is in order. */
const LEAST = 95;
const RUNS = 3;

const types = { ".html": "text/html; charset=utf-8", ".wasm": "application/wasm" };

const [, , lighthouse] = process.argv;
const server = await served();
const scores = [];
for (let run = 0; run < RUNS; run += 1) scores.push(await measure());
server.close().closeAllConnections();
scores.sort((a, b) => a.performance - b.performance);
const { performance, shown } = scores[RUNS >> 1];
console.log(`performance ${performance} of 100 (median of ${RUNS}; should be ${LEAST} or more)\n${shown}`);
process.exitCode = performance >= LEAST ? 0 : 1;

/** Serves the last build, each file compressed once. */
async function served() {
  const bodies = new Map();
  const body = async (name) => {
    if (!bodies.has(name)) bodies.set(name, await readFile(join(dist, name)).then((bytes) => brotliCompressSync(bytes), () => null));
    return bodies.get(name);
  };
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    const bytes = await body(name);
    response.writeHead(bytes ? 200 : 404, { "Content-Type": types[extname(name)] ?? "text/plain", "Content-Encoding": "br" });
    response.end(bytes);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

async function measure() {
  const address = `http://127.0.0.1:${server.address().port}/`;
  const flags = "--chrome-flags=--headless --no-sandbox --disable-gpu";
  const given = [lighthouse, address, "--preset=desktop", "--only-categories=performance", "--output=json", "--quiet", flags];
  const env = { ...process.env, CHROME_PATH: process.env.TONGHOP_BROWSER };
  const child = spawn(process.execPath, given, { env, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const part of child.stdout) text += part;
  const { categories, audits } = JSON.parse(text);
  const names = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];
  const shown = names.map((name) => `${audits[name].title}: ${audits[name].displayValue}`).join("\n");
  return { performance: Math.round(categories.performance.score * 100), shown };
}
