// Accessibility: axe on one page of each template, and use of a page by keyboard.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { open, pool, reader } from "../lib/browser.mjs";
import { examples } from "../lib/survey.mjs";

const WIDTHS = [320, 390, 1280];
// Color schemes of the browser, then the reading modes of the page.
const LOOKS = ["light", "dark", "contrast", "large"];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules about colors and sizes. All others depend on the elements only, and run once for the same elements. */
const OF_A_LOOK = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/** Runs in the page: the visible elements, as one text. */
const standing = () => [...document.querySelectorAll("body *")].map((e) => (e.checkVisibility({ visibilityProperty: true }) ? "1" : "0")).join("");

export const checks = [
  {
    name: "axe finds nothing on any template, in any width, color scheme, reading mode and language",
    async run(site) {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      const context = await reader(site.browser, { bypass: true });
      const tabs = await Promise.all([1, 2].map(() => open(context, site.server.origin)));
      const shown = examples(site.pages);
      let [runs, whole] = [0, 0];
      const problems = await pool(shown, 2, async ({ key, page: example }, lane) => {
        const { page } = tabs[lane];
        const found = [];
        // The search page must have results for axe to check.
        const asked = key.startsWith("search") ? "?q=2026" : "";
        await page.goto(site.server.base + example.address + asked);
        if (asked) await page.waitForSelector("#found > li");
        await page.evaluate(axe);
        for (const width of WIDTHS) {
          const known = new Set();
          for (const scheme of LOOKS) {
            await page.setViewportSize({ width, height: 844 });
            await page.emulateMedia({ colorScheme: scheme === "dark" ? "dark" : "light" });
            await page.evaluate((mode) => {
              if (mode) localStorage.setItem("linli-mode", mode);
              else localStorage.removeItem("linli-mode");
              delete document.documentElement.dataset.mode;
              document.dispatchEvent(new Event("linli:shown"));
            }, ["contrast", "large"].includes(scheme) ? scheme : "");
            // If the same elements were visible in an earlier look, only the rules about colors and sizes remain.
            const now = await page.evaluate(standing);
            const runOnly = known.has(now) ? OF_A_LOOK : RULES;
            known.add(now);
            const result = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"], preload: false }), runOnly);
            runs++;
            whole += runOnly === RULES;
            for (const violation of result.violations) {
              const node = violation.nodes[0];
              found.push(`/${example.address} (${key}, ${width} px, ${scheme}): ${violation.id}: ${violation.help} — ${violation.nodes.length}×, first ${node.target.join(" ")}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`);
            }
          }
        }
        return found;
      });
      await context.close();
      return { problems: problems.flat(), note: `${shown.length} pages, ${runs} runs, ${whole} of them with all rules` };
    },
  },
  {
    name: "the first Tab reaches the skip link, and what has focus can be seen",
    async run(site) {
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      const problems = [];
      for (const { key, page: example } of examples(site.pages)) {
        await page.goto(site.server.base + example.address);
        const focused = () =>
          page.evaluate(() => {
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const style = getComputedStyle(e);
            const box = e.getBoundingClientRect();
            return {
              what: `${e.tagName.toLowerCase()} ${(e.getAttribute("href") ?? e.id).slice(0, 40)}`,
              href: e.getAttribute("href"),
              seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && style.visibility === "visible",
              marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
            };
          });
        await page.keyboard.press("Tab");
        const first = await focused();
        if (!first?.href?.startsWith("#")) problems.push(`/${example.address} (${key}): the first stop is ${first?.what ?? "nowhere"}, not the skip link`);
        for (let stop = 0, at = first; stop < 60 && at; stop++) {
          if (!at.seen || !at.marked) problems.push(`/${example.address} (${key}): ${at.what} ${at.seen ? "has no visible focus" : "cannot be seen when it has focus"}`);
          await page.keyboard.press("Tab");
          at = await focused();
        }
      }
      await context.close();
      return problems;
    },
  },
];
