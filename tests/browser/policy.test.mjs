// Nothing leaves the machine: the policy that ships refuses every way in which a script can ask for something.
//
// The probe is a script of the page itself, allowed by its hash, because what an automation evaluates is not
// under the page's policy. What counts is what arrives at a server of ours, not what the page believes. The same
// probe in the same page without its policy is the control: there every way has to arrive.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist, faces, launch, open } from "./app.mjs";

const files = { served: "index.html", "single file": "tonghop.html" };
const ways = [
  "fetch", "xhr", "websocket", "eventsource", "beacon", "image", "script", "stylesheet", "frame", "form",
  "worker-fetch", "worker-import", "app-worker",
];

// Runs in the page, and as a whole: its own text is what the page carries.
async function probe(target) {
  const ended = (thing) => new Promise((end) => { for (const name of ["load", "error", "open", "loadend", "message"]) thing.addEventListener(name, end); });
  const element = (name, set) => {
    const node = Object.assign(document.createElement(name), set);
    const end = ended(node);
    document.body.append(node);
    return end;
  };
  const worker = (text) => {
    const runner = new Worker(URL.createObjectURL(new Blob([`(async () => { ${text} })().catch(() => {}).then(() => postMessage(0))`])));
    return ended(runner);
  };
  const tries = {
    "own-fetch": () => fetch("own-fetch"),
    fetch: () => fetch(`${target}fetch`),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${target}xhr`);
      request.send();
      return ended(request);
    },
    websocket: () => ended(new WebSocket(`${target.replace("http", "ws")}websocket`)),
    eventsource: () => ended(new EventSource(`${target}eventsource`)),
    beacon: () => navigator.sendBeacon(`${target}beacon`),
    image: () => element("img", { src: `${target}image` }),
    script: () => element("script", { src: `${target}script` }),
    stylesheet: () => element("link", { rel: "stylesheet", href: `${target}stylesheet` }),
    frame: () => element("iframe", { src: `${target}frame` }),
    form: () => {
      document.body.append(Object.assign(document.createElement("iframe"), { name: "form-target" }));
      const form = Object.assign(document.createElement("form"), { action: `${target}form`, target: "form-target" });
      document.body.append(form);
      form.submit();
    },
    "worker-fetch": () => worker(`await fetch("${target}worker-fetch")`),
    "worker-import": () => worker(`importScripts("${target}worker-import")`),
  };
  // The app has loaded: from here on nothing is asked for.
  while (document.getElementById("opening")) await new Promise(requestAnimationFrame);
  for (const attempt of Object.values(tries)) {
    try {
      await attempt();
    } catch {
      // Refused at once is refused as well.
    }
  }
  document.documentElement.dataset.probed = "yes";
}

let browser;
let target;
let arrived;
before(async () => {
  browser = await launch();
  arrived = new Set();
  target = createServer((request, response) => {
    arrived.add(new URL(request.url, "http://target").pathname.slice(1));
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Private-Network": "true", "Cache-Control": "no-store" });
    response.end();
  });
  target.on("upgrade", (request, socket) => {
    arrived.add(request.url.slice(1));
    socket.destroy();
  });
  await new Promise((listening) => target.listen(0, "127.0.0.1", listening));
});
after(async () => {
  await browser?.close();
  target?.close().closeAllConnections();
});

for (const face of faces) {
  test(`${face}: the policy refuses every request`, async () => {
    assert.deepEqual(await arrivals(face, allowed), []);
  });

  test(`${face}: without the policy every request arrives (control)`, async () => {
    // A file:// page may not read other files in any case; a served one may ask its own server.
    const expected = face === "served" ? [...ways, "own-fetch"] : [...ways];
    assert.deepEqual(await arrivals(face, unprotected), expected.sort());
  });
}

/** The ways that reached a server from a copy of the app that carries the probe. */
async function arrivals(face, change) {
  const folder = await mkdtemp(join(tmpdir(), "tonghop-"));
  try {
    await cp(dist, folder, { recursive: true });
    const file = join(folder, files[face]);
    const address = `http://127.0.0.1:${target.address().port}/`;
    const script = `(${probe})("${address}")`;
    const page = change(withWorkerProbe(await readFile(file, "utf8"), address), script);
    await writeFile(file, replaced(page, "</body>", `<script>${script}</script></body>`));
    arrived.clear();
    const app = await open(browser, face, { folder });
    await app.page.locator("html[data-probed]").waitFor({ state: "attached" });
    await app.close();
    return [...arrived, ...app.served.filter((path) => path === "own-fetch")].sort();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The app's own worker asks as well, in the text that the page makes it from. */
function withWorkerProbe(page, address) {
  const start = "wasm_bindgen.initSync({ module: event.data });";
  return replaced(page, start, `fetch("${address}app-worker").catch(() => {}); ${start}`);
}

/** The policy as it ships, and the probe's hash in it. */
function allowed(page, script) {
  return replaced(page, "script-src ", `script-src 'sha256-${hash(script)}' `);
}

/** No policy: neither the one of the page nor the one that its script adds. */
function unprotected(page) {
  const without = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  return replaced(without, 'policy.content = "connect-src \'none\'"', 'policy.content = ""');
}

function hash(text) {
  return createHash("sha256").update(text).digest("base64");
}

function replaced(text, from, to) {
  assert.ok(text.includes(from), `${from} is in the page`);
  return text.replace(from, () => to);
}
