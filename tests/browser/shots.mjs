// Screenshots of the main pages, for people and for the guide: `node shots.mjs SITE OUT [--only WORD]`.
// In: a finished site. Out: PNG files `home.zh.390.dark.png`, and `….print.png` and `.pdf` of the printed pages.
// Always: one page per template, the same one in every run.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { launch, open, pool, reader } from "./lib/browser.mjs";
import { serve } from "./lib/serve.mjs";
import { examples, survey } from "./lib/survey.mjs";

const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
if (positionals.length !== 2) {
  console.error("usage: node shots.mjs SITE OUT [--only WORD]");
  process.exit(2);
}
const [folder, out] = positionals.map((p) => path.resolve(p));
await mkdir(out, { recursive: true });

const run = promisify(execFile);
const server = await serve(folder);
const browser = await launch();
let made = 0;
try {
  const { pages } = await survey(browser, server, folder);
  const wanted = examples(pages).filter(({ key }) => !values.only || key.includes(values.only));
  const context = await reader(browser, { width: 1280 });
  const tabs = await Promise.all([1, 2].map(() => open(context, server.origin)));
  await pool(wanted, 2, async ({ key, page: example }, lane) => {
    const { page } = tabs[lane];
    const name = key.replace(/ · /, ".").replace(/[^\w.-]+/g, "-");
    await page.goto(server.base + example.address);
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: scheme });
        await page.screenshot({ path: path.join(out, `${name}.${width}.${scheme}.png`), fullPage: true });
        made++;
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    const pdf = path.join(out, `${name}.print.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true, format: "A4" });
    await run("pdftoppm", ["-r", "60", "-png", pdf, path.join(out, `${name}.print`)]);
  });
} finally {
  await browser.close();
  server.close();
}
console.log(`${made} pictures in ${positionals[1]}`);
process.exit(0);
