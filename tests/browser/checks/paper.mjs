// Paper: a posting sheet is one page in both languages, and a record's page is printed in full.

import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { open, reader } from "../lib/browser.mjs";
import { examples } from "../lib/survey.mjs";

/** Han characters on a sheet up to which it must fit on one page, English beside them. */
const COMMON = 300;
/** How far down the page its last words must stand, unless it is the last page of a sheet. */
const FULL = 0.6;
/** Letters beside those of signature, code and seal that the last page must have. */
const COMPANY = 12;

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

/** The words of signature, code and seal, and whether a telephone stands there. */
const ending = () => {
  const parts = [...document.querySelectorAll(".signing, .paper-end")];
  const phones = [...document.querySelectorAll(".signing a[href^='tel:']")].map((a) => a.innerText);
  return { lines: parts.flatMap((e) => e.innerText.split("\n")), phones };
};

/** For each page of a file: how far down its last word stands (0 to 1), and its words. */
async function leaves(file) {
  const { stdout } = await run("pdftotext", ["-bbox", file, "-"], { maxBuffer: 64 << 20 });
  return stdout.split("<page ").slice(1).map((leaf) => {
    const height = Number(/height="([\d.]+)"/.exec(leaf)[1]);
    const words = [...leaf.matchAll(/yMax="([\d.]+)">([^<]*)</g)];
    return { filled: Math.max(0, ...words.map((w) => Number(w[1]))) / height, text: letters(words.map((w) => w[2]).join("")) };
  });
}

/** What is wrong with how a sheet is cut into pages. */
function cuts(pages, end) {
  const problems = [];
  pages.slice(0, -1).forEach((leaf, at) => {
    if (leaf.filled < FULL) problems.push(`page ${at + 1} of ${pages.length} ends at ${Math.round(leaf.filled * 100)} % of its height`);
  });
  let company = pages.at(-1).text;
  for (const line of end.lines.map(letters).filter((l) => l)) company = company.replace(line, "");
  if (company.length < COMPANY) problems.push(`signature and seal stand alone on page ${pages.length}: “${company}”`);
  return problems;
}

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
    const end = await page.evaluate(ending);
    await page.pdf({ path: file, preferCSSPageSize: true, format: "A4" });
    const { stdout: info } = await run("pdfinfo", [file]);
    const { stdout: text } = await run("pdftotext", ["-raw", file, "-"]);
    const sheets = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    const size = /^Page size:\s+(.*)/m.exec(info)?.[1] ?? "";
    printed.push({ page: p, said, end, leaves: await leaves(file), sheets, size, text: letters(text), plain: text });
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
    name: "pages of a sheet are full, its seal is in company, and it says whom to call",
    async run(site) {
      const problems = [];
      const sheets = real(site).filter((p) => /\bsheet\b/.test(p.kind));
      for (const { page, end, leaves: pages, text } of await print(site, sheets)) {
        problems.push(...cuts(pages, end).map((what) => `/${page.address}: ${what}`));
        // The demonstration site has a telephone of its own, so every sheet has one.
        if (!end.phones.some((phone) => text.includes(letters(phone)))) problems.push(`/${page.address}: no telephone`);
      }
      return { problems, note: `${sheets.length} sheets` };
    },
  },
  {
    name: "ordinary accounts, votes and notices in one language are one A4 page",
    async run(site) {
      if (!site.sheets) return { skipped: "give --sheets FOLDER" };
      const files = (await readdir(site.sheets)).filter((name) => name.endsWith(".html"));
      if (files.length === 0) return ["no sheet was found"];
      const folder = await mkdtemp(path.join(tmpdir(), "linli-sheets-"));
      const problems = [];
      const context = await reader(site.browser, { width: 1280 });
      const page = await context.newPage();
      for (const name of files) {
        const file = path.join(folder, "sheet.pdf");
        await page.goto(pathToFileURL(path.join(site.sheets, name)).href);
        const end = await page.evaluate(ending);
        await page.pdf({ path: file, preferCSSPageSize: true, format: "A4" });
        const pages = await leaves(file);
        if (pages.length > 1) problems.push(`${name}: ${pages.length} pages`);
        if (end.phones.length === 0) problems.push(`${name}: no telephone`);
        problems.push(...cuts(pages, end).map((what) => `${name}: ${what}`));
      }
      await context.close();
      await rm(folder, { recursive: true });
      return { problems, note: `${files.length} sheets` };
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
