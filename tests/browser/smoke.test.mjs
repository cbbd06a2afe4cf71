// The app opens in both of its faces and can be used; what every flow asks of it besides is in `flow.mjs`.

import { flow } from "./flow.mjs";
import { status } from "./steps.mjs";

flow("opens and is ready", async (page) => {
  await page.getByRole("heading", { name: "Tổng Hợp" }).waitFor();
  await status(page, "Sẵn sàng");
});
