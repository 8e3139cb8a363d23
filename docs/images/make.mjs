// Screenshots for the README and the guide: `node docs/images/make.mjs SITE DAY`, with the tools of tests/browser installed.
// In: the finished demo site, and the day it was built for (YYYY-MM-DD). Out: the PNG files beside this script: main pages in both languages, on a phone and on a wide screen.
// Always: the same pages at the same scroll positions in every run; none over 150 KB.

import { stat } from "node:fs/promises";
import path from "node:path";
import { launch, liveOn, open, reader } from "../../tests/browser/lib/browser.mjs";
import { serve } from "../../tests/browser/lib/serve.mjs";

const PHONE = { width: 390, height: 780 };
const DESK = { width: 1280, height: 860 };
const MOST = 150 * 1024;

/** File → its page; `at` is the element at the top of the picture, without it the beginning of the page. */
const PICTURES = {
  "home-zh-phone.png": { page: "zh/", on: PHONE },
  "home-en-phone.png": { page: "en/", on: PHONE },
  "home-zh-desk.png": { page: "zh/", on: DESK },
  "home-en-desk.png": { page: "en/", on: DESK },
  "meeting-zh-phone.png": { page: "zh/meetings/2026-03-12-parking/", on: PHONE },
  "vote-en-phone.png": { page: "en/meetings/2026-03-12-parking/", on: PHONE, at: "#decisions" },
  "accounts-zh-phone.png": { page: "zh/revenue/2025-q4/", on: PHONE, at: "#categories" },
  "accounts-en-desk.png": { page: "en/revenue/2025-q4/", on: DESK, at: "#categories" },
  "works-zh-phone.png": { page: "zh/renovation/sugar-mill/", on: PHONE, at: "#milestones" },
  "works-en-desk.png": { page: "en/renovation/sugar-mill/", on: DESK, at: "#milestones" },
  "photos-zh-phone.png": { page: "zh/renovation/lights/", on: PHONE, at: "#photos" },
  "month-zh-desk.png": { page: "zh/activities/all/2026-06/", on: { width: 1280, height: 640 } },
};

const [site, day] = process.argv.slice(2);
if (!day) {
  console.error("usage: node docs/images/make.mjs SITE DAY");
  process.exit(2);
}
liveOn(day);
const server = await serve(path.resolve(site));
const browser = await launch();
let heavy = 0;
try {
  for (const [name, { page: address, on, at }] of Object.entries(PICTURES)) {
    const context = await reader(browser, on);
    const { page } = await open(context, server.origin);
    await page.goto(server.base + address);
    if (at) await page.evaluate((at) => document.querySelector(at)?.scrollIntoView(), at);
    await page.evaluate(() => Promise.all([...document.images].map((i) => ((i.loading = "eager"), i.decode().catch(() => {})))));
    const file = path.join(import.meta.dirname, name);
    await page.screenshot({ path: file });
    const { size } = await stat(file);
    if (size > MOST) console.error(`${name}: ${size} bytes, more than ${MOST}`), heavy++;
    await context.close();
  }
} finally {
  await browser.close();
  server.close();
}
process.exit(heavy ? 1 : 0);
