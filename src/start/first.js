// The first screen is plain HTML. Until the page's program runs, this takes the files and remembers what was pressed;
// the page asks for it with `take` and hears everything itself from then on.
(() => {
  "use strict";

  const came = [];
  const ears = new AbortController();
  const zone = document.querySelector("#opening .dropzone");
  const element = (id) => document.getElementById(id);
  const hear = (target, name, listen) => target.addEventListener(name, listen, { signal: ears.signal });

  // Whether files are dragged; then the browser is kept from opening them in place of the page.
  const hold = (event) => {
    const files = event.dataTransfer?.types.includes("Files");
    if (files) event.preventDefault();
    return files;
  };
  const over = (event) => {
    if (hold(event)) zone.hidden = false;
  };
  hear(globalThis, "dragenter", over);
  hear(globalThis, "dragover", over);
  hear(globalThis, "dragleave", (event) => {
    if (!event.relatedTarget) zone.hidden = true;
  });
  hear(globalThis, "drop", (event) => {
    if (!hold(event)) return;
    zone.hidden = true;
    // Both have to be taken while the event is handled.
    const { items, files } = event.dataTransfer;
    const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry);
    came.push({ entries, files: [...files], folder: false, samples: false });
  });
  for (const [button, id] of [["choose", "files"], ["choose-folder", "folder"]]) {
    const input = element(id);
    hear(element(button), "click", () => input.click());
    hear(input, "change", () => {
      came.push({ entries: [], files: [...input.files], folder: id === "folder", samples: false });
      // Emptied, so that choosing the same file again is an event again.
      input.value = "";
    });
  }
  hear(element("samples"), "click", () => came.push({ entries: [], files: [], folder: false, samples: true }));

  globalThis.tonghop = {
    take() {
      ears.abort();
      return came;
    },
  };
  performance.mark("tonghop:open");
})();
