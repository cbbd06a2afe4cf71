// The app opens in both of its faces and can be used; what every flow asks of it besides is in `flow.mjs`.

import assert from "node:assert/strict";
import { flow } from "./flow.mjs";

flow("opens and is ready", async (page) => {
  await page.getByRole("heading", { name: "Tổng Hợp" }).waitFor();
  assert.equal(await page.getByText("Đang mở Tổng Hợp…").count(), 0, "the opening line is gone");
});
