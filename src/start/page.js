// Starts the page. Two programs come: the page's own, which is small and runs at once, and the worker's, which is
// compiled once and handed to each worker. Both, with the scripts that bind them, stand in the page itself or beside it;
// a worker runs from a Blob, because a file:// page may not load scripts and because only a Blob worker inherits the
// page's policy.
(() => {
  "use strict";

  start().catch((error) => {
    const opening = document.getElementById("opening");
    if (opening) document.getElementById("notice").textContent = opening.dataset.failed;
    console.error(error);
  });

  async function start() {
    // The page first: the engine is five times as long and would share the line with it.
    const program = await ask("program");
    const page = program && (await WebAssembly.compileStreaming(program));
    const engine = await ask("engine");
    forbidRequests();
    let mount;
    const mounted = new Promise((done) => {
      mount = done;
    });
    // What is carried is taken up when the page stands; what is on its way need not wait for that.
    const compiled = WebAssembly.compileStreaming(engine ?? mounted.then(parsed).then(() => carried("engine")));
    const text = document.getElementById("worker").textContent;
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    globalThis.tonghop.newWorker = () => {
      const worker = new Worker(url);
      const fail = (error) => {
        console.error(error);
        worker.dispatchEvent(new Event("error", { cancelable: true }));
      };
      compiled.then((module) => worker.postMessage(module), fail);
      return worker;
    };
    await wasm_bindgen({ module_or_path: page ?? carried("program") });
    mount();
  }

  // The served page names a program's file; the answer is `undefined` where the page carries it.
  async function ask(id) {
    const address = document.getElementById(id)?.href;
    if (!address) return undefined;
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return wasm(response.body);
  }

  // The single file carries a program compressed, in base64.
  function carried(id) {
    const text = atob(document.getElementById(id).textContent);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return wasm(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  }

  // A server that does not know the type of .wasm is no reason to fail.
  function wasm(body) {
    return new Response(body, { headers: { "Content-Type": "application/wasm" } });
  }

  // What the page carries behind this script.
  function parsed() {
    if (document.readyState !== "loading") return undefined;
    return new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  }

  // All that is needed was answered: policies add up, and workers inherit them.
  function forbidRequests() {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  }
})();
