// Starts the worker: the first message that is a compiled program is the engine. What the page asked for before waits,
// for the page neither knows nor minds how long the engine takes to come.
(() => {
  "use strict";

  const early = [];
  globalThis.onmessage = (event) => {
    if (!(event.data instanceof WebAssembly.Module)) {
      early.push(event);
      return;
    }
    // Instantiated within the handler, so that Rust listens before the next message is delivered.
    globalThis.onmessage = null;
    wasm_bindgen.initSync({ module: event.data });
    for (const event of early) globalThis.onmessage(event);
  };
})();
