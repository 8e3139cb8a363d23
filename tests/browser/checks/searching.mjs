// Search as readers use it: from the server under the strict policy, and from a folder.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { open, reader } from "../lib/browser.mjs";
import { examples } from "../lib/survey.mjs";

const settled = (page) => page.waitForFunction(() => document.getElementById("count").textContent !== "" && !/…/.test(document.getElementById("count").textContent));
const results = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#found > li")].map((li) => ({
      title: li.querySelector("a").textContent,
      href: li.querySelector("a").href,
      lang: li.querySelector("div").lang,
      marks: [...li.querySelectorAll("mark")].map((m) => m.textContent),
      snippet: li.querySelector(".snippet")?.textContent ?? "",
    })),
  );
const half = (text) => text.normalize("NFKC").toLowerCase();
const wide = (text) => [...text].map((c) => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join("");

/** Searches in the demonstration: the term, the expected page, the kind of match. */
async function ask(page, word, { all = false } = {}) {
  await page.fill("#q", "");
  await page.waitForFunction(() => document.getElementById("found").children.length === 0);
  if ((await page.locator("[name=all]").count()) > 0) await page.setChecked("[name=all]", all);
  await page.fill("#q", word);
  await page.keyboard.press("Enter");
  await settled(page);
  await page.waitForTimeout(300);
  return results(page);
}

async function tried(site, page, base, problems, where) {
  const say = (what) => problems.push(`${where}: ${what}`);
  const wants = (found, word, what) => {
    if (found.length === 0) say(`nothing is found for ${what} “${word}”`);
    for (const hit of found) {
      if (!hit.marks.some((m) => half(word).split(/\s+/).some((w) => half(m).includes(w)))) say(`“${hit.title}” does not show why it was found for “${word}”`);
    }
  };
  const zh = where === "folder" ? "zh/search/index.html" : "zh/search/";
  await page.goto(base + zh);
  const inText = [...site.pages.values()].filter((p) => /^zh\/notices\/[^/]+\/$/.test(p.address) && !p.missing);
  wants(await ask(page, "停水"), "停水", "the Chinese word");
  const number = inText.map((p) => /\b2026-\d{3}\b/.exec(p.text)?.[0]).find(Boolean);
  if (number) {
    const found = await ask(page, wide(number));
    wants(found, number, "the full-width number");
    await page.goto(found[0]?.href ?? base + zh);
    if (!(await page.evaluate((n) => document.body.innerText.includes(n), number))) say(`the first result for ${number} leads elsewhere`);
    await page.goto(base + zh);
  }
  if ((await ask(page, "不会有人写下这几个字")).length !== 0) say("something is found that nobody wrote");
  // The address contains the term if the browser allows that.
  await page.goto(base + zh + "?q=" + encodeURIComponent("停水"));
  await settled(page);
  if ((await results(page)).length === 0) say("a question in the address is not answered");
  const en = zh.replace("zh/", "en/");
  await page.goto(base + en);
  wants(await ask(page, "WATER"), "water", "the English word");
  if ((await ask(page, "ater")).length !== 0) say("an English word is found from its middle");
  if ((await ask(page, "停水")).filter((hit) => hit.lang).length !== 0) say("another language is searched unasked");
  const both = await ask(page, "停水", { all: true });
  wants(both, "停水", "the Chinese word in all languages");
  if (!both.some((hit) => hit.lang === "zh-Hans")) say("results of another language do not say so");
}

export const checks = [
  {
    name: "search finds Chinese and English words under the strict policy",
    async run(site) {
      const problems = [];
      const context = await reader(site.browser, { width: 390 });
      const { page, take } = await open(context, site.server.origin);
      await tried(site, page, site.server.base, problems, "server");
      const seen = take();
      problems.push(...seen.console, ...seen.failed, ...seen.outside);
      await context.close();
      return problems;
    },
  },
  {
    name: "search works from a folder, without a server",
    async run(site) {
      if (!site.portable) return { skipped: "give --portable SITE" };
      const problems = [];
      const context = await reader(site.browser, { width: 390 });
      const root = pathToFileURL(site.portable + path.sep).href;
      const { page, take } = await open(context, root);
      await tried(site, page, root, problems, "folder");
      const seen = take();
      problems.push(...seen.console, ...seen.failed, ...seen.outside);
      await context.close();
      return problems;
    },
  },
  {
    name: "by keyboard alone: home, a record, its other language, the search, a result",
    async run(site) {
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      const problems = [];
      /** Presses Tab until an element matches, then Enter. */
      const go = async (what, selector) => {
        for (let stop = 0; stop < 200; stop++) {
          await page.keyboard.press("Tab");
          if (await page.evaluate((s) => document.activeElement.matches(s), selector)) {
            // Waits for another path, not only for a navigation: the answer to an earlier term may still arrive.
            const from = new URL(page.url()).pathname;
            const arrived = page.waitForURL((url) => url.pathname !== from, { timeout: 10000 });
            await Promise.all([arrived.catch(() => problems.push(`${what}: Enter leads nowhere`)), page.keyboard.press("Enter")]);
            return;
          }
        }
        problems.push(`${what} is not reached by Tab`);
      };
      const home = examples(site.pages).find(({ key }) => key.startsWith("home"))?.page;
      if (!home) return ["no home page"];
      await page.goto(site.server.base + home.address);
      await go("a record", "main .cards a");
      const record = page.url();
      await go("the other language", ".switch a");
      if (page.url() === record || !(await page.evaluate(() => document.body.classList.contains("record")))) problems.push(`the switch leads from ${record} to ${page.url()}`);
      await go("the search", ".find");
      // If the form is sent before the script runs, the next page answers, which is another path.
      await page.waitForLoadState("load");
      for (let stop = 0; stop < 60 && !(await page.evaluate(() => document.activeElement.id === "q")); stop++) await page.keyboard.press("Tab");
      const lang = await page.evaluate(() => document.documentElement.lang);
      await page.keyboard.type(lang.startsWith("zh") ? "停水" : "meeting");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.has("q"));
      await settled(page);
      const isTold = () => page.evaluate(() => document.getElementById("count").getAttribute("role") === "status");
      const afterNavigation = async () => {
        await page.waitForLoadState("load");
        await settled(page);
        return isTold();
      };
      if (!(await isTold().catch(afterNavigation))) problems.push("the count is not told");
      await go("a result", "#found a");
      if (!(await page.evaluate(() => document.body.classList.contains("record") || document.body.classList.contains("page")))) problems.push(`a result leads to ${page.url()}`);
      await context.close();
      return problems;
    },
  },
];
