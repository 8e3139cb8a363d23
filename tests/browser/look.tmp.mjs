// temp: node look.tmp.mjs BASE path width scheme mode out
import { launch, open, reader } from "./lib/browser.mjs";
const [base, ...jobs] = process.argv.slice(2);
const browser = await launch();
for (const job of jobs) {
  const [path, width, scheme, mode, out, full] = job.split(",");
  const context = await reader(browser, { width: +width, height: 844, scheme });
  const { page, take } = await open(context, new URL(base).origin === "null" ? base : new URL(base).origin);
  if (mode) await context.addInitScript((m) => { try { localStorage.setItem("linli-mode", m); } catch {} }, mode);
  await page.goto(base + path, { waitUntil: "load" });
  await page.waitForTimeout(400);
  const clip = /^(\d+):(\d+)$/.exec(full || ""); await page.screenshot(clip ? { path: out, fullPage: true, clip: { x: 0, y: +clip[1], width: +width, height: +clip[2] } } : { path: out, fullPage: full !== "no" });
  const mast = await page.evaluate(() => document.querySelector(".mast")?.getBoundingClientRect().height);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  console.log(job, "mast", mast, "wide", wide, JSON.stringify(take()));
  await context.close();
}
await browser.close();
