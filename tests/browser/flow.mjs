// A flow: what an official does, in both faces of the app. Whatever a flow is about, the page must not complain in
// its console and must not ask anybody for anything.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faces, foreign, launch, open } from "./app.mjs";
import { usable } from "./steps.mjs";

/** A stuck page fails its own flow, and soon; a machine with two busy cores still gets through. */
const LIMIT = 60_000;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/**
 * Registers a flow for each face.
 *
 * `body` gets the page, opened and usable, and a way to print a measured figure beside the flow's name.
 */
export function flow(name, body) {
  for (const face of faces) {
    test(`${face}: ${name}`, { timeout: LIMIT }, async (context) => {
      const app = await open(browser, face);
      try {
        await usable(app.page);
        await body(app.page, (figure) => context.diagnostic(`${face}: ${figure}`));
        assert.deepEqual(app.problems, [], "the console is silent");
        assert.deepEqual(foreign(app), [], "nothing is asked for");
      } finally {
        await app.close();
      }
    });
  }
}

/** Registers a measurement for each face, which opens the app as often as it wants; `open` must be closed by it. */
export function measurement(name, body) {
  for (const face of faces) {
    test(`${face}: ${name}`, { timeout: 6 * LIMIT }, (context) =>
      body(() => open(browser, face), (figure) => context.diagnostic(`${face}: ${figure}`)));
  }
}
