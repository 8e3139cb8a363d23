// Drawings and pictures: each has its figures beside it, is readable on a narrow phone, and keeps to the page's size limit.

import { stat } from "node:fs/promises";
import path from "node:path";
import { open, reader } from "../lib/browser.mjs";

const WIDTHS = [320, 390, 1280];
const MOST = 80 * 1024;

/** Pages with accounts, works and votes. */
const drawn = (site) =>
  [...site.pages.values()].filter((p) => !p.missing && /^[^/]+\/(revenue|renovation|meetings)\/[^/]+\/$/.test(p.address) && !/atom|all/.test(p.address));

/** Runs in the page: the faults of its drawings at this width. */
function faults() {
  const found = [];
  const name = (e) => (e.closest("section")?.id ?? "") + " " + (e.getAttribute("class") ?? e.tagName);
  for (const figure of document.querySelectorAll("figure.chart")) {
    if (!figure.querySelector("figcaption")?.textContent.trim()) found.push("a drawing without caption");
    if (figure.querySelectorAll("table tbody th[scope=row]").length === 0) found.push("a drawing without its table");
  }
  for (const svg of document.querySelectorAll("main svg")) {
    const named = svg.getAttribute("role") === "img" && svg.getAttribute("aria-label");
    if (!named && svg.getAttribute("aria-hidden") !== "true") found.push(`${name(svg)}: neither named nor hidden`);
    const box = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter((t) => getComputedStyle(t).display !== "none").map((t) => [t, t.getBoundingClientRect()]);
    for (const [text, at] of texts) {
      const scale = box.width / svg.viewBox.baseVal.width;
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (innerWidth >= 390 && size < 15.5) found.push(`${text.textContent}: letters of ${size.toFixed(1)} px`);
      if (at.left < box.left - 1 || at.right > box.right + 1) found.push(`${text.textContent} is cut off`);
    }
    for (let a = 0; a < texts.length; a++)
      for (let b = a + 1; b < texts.length; b++) {
        const [one, two] = [texts[a][1], texts[b][1]];
        const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
        const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
        if (across > 1 && down > 6) found.push(`${texts[a][0].textContent} and ${texts[b][0].textContent} overlap`);
      }
  }
  if (innerWidth <= 390)
    for (const table of document.querySelectorAll("table.wide, table.timeline, table.meter")) {
      const scroll = table.closest(".scroll");
      if (scroll && scroll.offsetParent && scroll.scrollWidth > scroll.clientWidth + 1) found.push(`${name(table)}: ${table.caption?.textContent} is wider than the screen`);
    }
  return found;
}

export const checks = [
  {
    name: "every drawing has its table, and its words can be read at every width",
    async run(site) {
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      const problems = [];
      const pages = drawn(site);
      for (const p of pages) {
        await page.goto(site.server.base + p.address);
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 844 });
          problems.push(...(await page.evaluate(faults)).map((what) => `/${p.address} (${width} px): ${what}`));
        }
      }
      await context.close();
      return { problems, note: `${pages.length} pages` };
    },
  },
  {
    name: "every picture says how large it is, waits until it is near, and weighs 80 KB at most",
    async run(site) {
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      const problems = [];
      let pictures = 0;
      for (const p of drawn(site)) {
        await page.goto(site.server.base + p.address);
        const shown = await page.evaluate(() =>
          [...document.querySelectorAll("main img")].map((i) => ({ src: i.src, size: [i.getAttribute("width"), i.getAttribute("height")], lazy: i.loading === "lazy", alt: i.alt })),
        );
        for (const { src, size, lazy, alt } of shown) {
          pictures++;
          const wrong = (what) => problems.push(`/${p.address}: ${decodeURI(src)}: ${what}`);
          if (!size.every(Boolean)) wrong("no width and height");
          if (!lazy) wrong("is loaded at once");
          if (!alt) wrong("says nothing");
          const file = path.join(site.folder, decodeURI(src.slice(site.server.base.length)));
          const bytes = (await stat(file)).size;
          if (bytes > MOST) wrong(`${bytes} bytes`);
        }
      }
      await context.close();
      return { problems, note: `${pictures} pictures` };
    },
  },
];
