// Paper: a posting sheet is one page in both languages, and a record's page is printed in full.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { open, reader } from "../lib/browser.mjs";
import { examples } from "../lib/survey.mjs";

/** Han characters on a sheet up to which it must fit on one page, English beside them. */
const COMMON = 300;

const run = promisify(execFile);
const real = (site) => [...site.pages.values()].filter((p) => !p.missing);
/** Letters only: in a PDF Chromium may split words and replace Han characters by similar radicals. */
const letters = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The text that must be on paper. Links are followed by their address there, so lines are compared one by one. Words that the script adds
 * to near dates are left out, since they hold for one day only.
 */
const facts = () => {
  for (const today of document.querySelectorAll(".rel[data-made]")) today.remove();
  return [...document.querySelectorAll("main h2, main .facts dt, main .facts dd")]
    .filter((e) => e.checkVisibility())
    .flatMap((e) => e.innerText.split("\n"));
};

/** Prints pages, and returns the number of sheets and the text of each. */
async function print(site, pages) {
  const folder = await mkdtemp(path.join(tmpdir(), "linli-paper-"));
  const context = await reader(site.browser, { width: 1280 });
  const { page } = await open(context, site.server.origin);
  const printed = [];
  for (const p of pages) {
    const file = path.join(folder, "page.pdf");
    await page.goto(site.server.base + p.address);
    const said = await page.evaluate(facts);
    await page.pdf({ path: file, preferCSSPageSize: true, format: "A4" });
    const { stdout: info } = await run("pdfinfo", [file]);
    const { stdout: text } = await run("pdftotext", ["-raw", file, "-"]);
    const sheets = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    const size = /^Page size:\s+(.*)/m.exec(info)?.[1] ?? "";
    printed.push({ page: p, said, sheets, size, text: letters(text), plain: text });
  }
  await context.close();
  await rm(folder, { recursive: true });
  return printed;
}

export const checks = [
  {
    name: "the posting sheet of a notice of common length is one A4 page with both languages",
    async run(site) {
      const sheets = real(site).filter((p) => /\bsheet\b/.test(p.kind));
      if (sheets.length === 0) return ["no posting sheet was found"];
      const problems = [];
      for (const { page, sheets: count, size, text, plain } of await print(site, sheets)) {
        const say = (what) => problems.push(`/${page.address}: ${what}`);
        // A sheet links to its record in every language; a fallback page means that the record has no text in that language.
        const records = page.anchors.filter((a) => a.hreflang).map((a) => site.pages.get(decodeURI(a.url.slice(site.server.base.length))));
        const notice = records.some((r) => r?.address.split("/")[1] === "notices");
        const english = records.some((r) => r?.lang === "en" && !r.noindex);
        const han = [...plain.normalize("NFKC").matchAll(/\p{Script=Han}/gu)].length;
        if (notice && count > (han < COMMON ? 1 : 2)) say(`${count} pages for ${han} Han characters`);
        if (!size.includes("A4")) say(`paper is ${size}`);
        const latin = [...plain.matchAll(/\b[A-Za-z]{2,}\b/g)].length;
        if (han < 20) say(`only ${han} Han characters`);
        if (english && latin < 10) say(`only ${latin} English words`);
        const titles = page.dir === "ltr" ? page.h1[0].split("\n") : [];
        for (const line of titles.filter((t) => !text.includes(letters(t)))) say(`the title is not on paper: ${line}`);
      }
      return { problems, note: `${sheets.length} sheets` };
    },
  },
  {
    name: "a record prints its title, its facts and its headings",
    async run(site) {
      // The order of letters in a PDF of right-to-left text varies.
      const records = examples(site.pages).map((e) => e.page).filter((p) => /\brecord\b/.test(p.kind) && p.dir === "ltr");
      const problems = [];
      for (const { page, said, text } of await print(site, records)) {
        if (!text.includes(letters(page.h1[0]))) problems.push(`/${page.address}: the title is not on paper`);
        const short = said.filter((fact) => letters(fact).length > 1 && letters(fact).length < 40);
        for (const fact of short.filter((f) => !text.includes(letters(f)))) problems.push(`/${page.address}: not on paper: ${fact}`);
      }
      return { problems, note: `${records.length} records` };
    },
  },
];
