// The app opens, in both of its faces, runs its worker, complains of nothing and asks for nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faces, foreign, launch, open } from "./app.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const face of faces) {
  test(`${face}: opens and is ready`, async () => {
    const app = await open(browser, face);
    try {
      await app.page.getByRole("heading", { name: "Tổng Hợp" }).waitFor();
      await app.page.getByText("Sẵn sàng").waitFor();
      assert.equal(await app.page.locator("#opening").count(), 0, "the opening line is gone");
      assert.deepEqual(app.problems, []);
      assert.deepEqual(foreign(app), []);
    } finally {
      await app.close();
    }
  });
}
