// Pictures for the README: `node docs/images/make.mjs SITE`, with the tools of tests/browser installed.
// In: the finished demo site. Out: the PNG files beside this script, as a telephone shows them.

import path from "node:path";
import { launch, open, reader } from "../../tests/browser/lib/browser.mjs";
import { serve } from "../../tests/browser/lib/serve.mjs";

const PICTURES = {
  "home-zh-phone.png": "zh/",
  "home-en-phone.png": "en/",
  "record-zh-phone.png": "zh/meetings/2026-03-12-parking/",
};

const site = process.argv[2];
if (!site) {
  console.error("usage: node docs/images/make.mjs SITE");
  process.exit(2);
}
const server = await serve(path.resolve(site));
const browser = await launch();
try {
  const { page } = await open(await reader(browser, { width: 390, height: 780 }), server.origin);
  for (const [name, address] of Object.entries(PICTURES)) {
    await page.goto(server.base + address);
    await page.screenshot({ path: path.join(import.meta.dirname, name) });
  }
} finally {
  await browser.close();
  server.close();
}
process.exit(0);
