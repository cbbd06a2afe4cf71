// Starts both faces. wasm-bindgen's glue and this text are one classic script, inlined in the page; a worker runs
// the same text from a Blob, because a file:// page may not load scripts and because only a Blob worker inherits
// the page's policy. The page compiles the program once and hands the compiled module to each worker.
(() => {
  "use strict";

  if (globalThis.document) {
    const opening = document.getElementById("opening");
    startPage(document.currentScript.textContent).then(
      () => opening.remove(),
      (error) => {
        opening.textContent = opening.dataset.failed;
        console.error(error);
      },
    );
  } else {
    // Instantiated within the handler, so that Rust listens before the next message is delivered.
    globalThis.onmessage = ({ data }) => {
      globalThis.onmessage = null;
      wasm_bindgen.initSync({ module: data });
    };
  }

  async function startPage(script) {
    const module = await WebAssembly.compileStreaming(await program());
    forbidRequests();
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    globalThis.tonghop = {
      newWorker() {
        const worker = new Worker(url);
        worker.postMessage(module);
        return worker;
      },
    };
    await wasm_bindgen({ module_or_path: module });
  }

  // The served page names the program's file; the single file carries it, compressed, in base64.
  async function program() {
    const place = document.getElementById("program");
    const bytes = place.href ? (await load(place.href)).body : inflate(place.textContent);
    // A server that does not know the type of .wasm is no reason to fail.
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  }

  async function load(address) {
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response;
  }

  function inflate(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  }

  // The page has all that it needs: policies add up, and workers inherit them.
  function forbidRequests() {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  }
})();
