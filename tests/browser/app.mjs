// What every flow needs: the app in one of its two faces, and a watch over what it must never do.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** The folder of the last build. */
export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The two forms in which the app ships; each flow runs in both. */
export const faces = ["served", "single file"];

const types = { ".html": "text/html; charset=utf-8", ".wasm": "application/wasm" };

/** Starts the browser; `TONGHOP_BROWSER` names it, as `cargo xtask flows` does. */
export async function launch() {
  const executablePath = process.env.TONGHOP_BROWSER;
  if (!executablePath) throw new Error("TONGHOP_BROWSER names no browser: run the flows with `cargo xtask flows`.");
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}

/** Serves a folder on a free port of 127.0.0.1; `close()` ends it, `requests` are the names that were asked for. */
export async function serve(folder) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    requests.push(name);
    const body = await readFile(join(folder, name)).catch(() => null);
    response.writeHead(body ? 200 : 404, { "Content-Type": types[extname(name)] ?? "application/octet-stream" });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => new Promise((closed) => server.close(closed).closeAllConnections());
  return { address: `http://127.0.0.1:${server.address().port}/`, requests, close };
}

/**
 * Opens the app. With `held` its program does not run before `release()` is called.
 *
 * Gives the page, and what went wrong in it so far: `problems` are console errors and exceptions, `requests` are the
 * addresses of all requests, `served` what the app's own server was asked for; `close()` ends what was started.
 */
export async function open(browser, face, { folder = dist, held = false } = {}) {
  const server = face === "served" ? await serve(folder) : null;
  const address = server?.address ?? pathToFileURL(join(folder, "tonghop.html")).href;
  const context = await browser.newContext();
  const problems = [];
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  context.on("weberror", (error) => problems.push(String(error.error())));
  if (held) await context.addInitScript(hold);
  const page = await context.newPage();
  await page.goto(address);
  const close = async () => {
    await context.close();
    await server?.close();
  };
  return { page, address, problems, requests, served: server?.requests ?? [], release: () => page.evaluate(() => globalThis.release()), close };
}

// Runs in the page: its program waits to be instantiated, from bytes on their way or compiled already; the worker, which
// is handed its own compiled, does not.
function hold() {
  const released = new Promise((release) => Object.assign(globalThis, { release }));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      await released;
      return instantiate.apply(WebAssembly, given);
    };
  }
}

/** The requests that are neither the page itself, nor its program, nor made of the page's own bytes. */
export function foreign({ address, requests }) {
  const own = (url) => url === address || /^(data|blob):/.test(url) || (url.startsWith(address) && url.endsWith("_bg.wasm"));
  return requests.filter((url) => !own(url));
}
