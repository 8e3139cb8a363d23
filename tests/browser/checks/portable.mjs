// From a USB stick: a site built with --portable works without any server.

import { stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { open, reader } from "../lib/browser.mjs";

export const checks = [
  {
    name: "a portable site works from a folder, without a server",
    async run(site) {
      if (!site.portable) return { skipped: "give --portable SITE" };
      const root = pathToFileURL(site.portable + path.sep).href;
      const context = await reader(site.browser, { width: 390 });
      const { page, take } = await open(context, root);
      const queue = [root + "index.html"];
      const known = new Set(queue);
      const problems = [];
      while (queue.length > 0) {
        const url = queue.shift();
        const at = url.slice(root.length);
        await page.goto(url, { waitUntil: "load" });
        const facts = await page.evaluate(() => ({
          links: [...document.querySelectorAll("a[href]")].map((a) => ({ url: a.href, written: a.getAttribute("href") })),
          styled: [...document.styleSheets].length > 0 && getComputedStyle(document.body).marginTop === "0px",
        }));
        const seen = take();
        problems.push(...[...seen.console, ...seen.failed, ...seen.outside].map((m) => `${at}: ${m}`));
        if (!facts.styled) problems.push(`${at}: the style sheet was not applied`);
        for (const link of facts.links.filter((l) => l.url.startsWith("file:"))) {
          const target = link.url.split(/[?#]/)[0];
          if (!target.startsWith(root)) {
            problems.push(`${at}: ${link.written} leaves the folder`);
            continue;
          }
          if (known.has(target)) continue;
          known.add(target);
          const found = await stat(fileURLToPath(target)).catch(() => null);
          if (!found?.isFile()) problems.push(`${at}: ${link.written} is ${found ? "a folder" : "not there"}`);
          else if (target.endsWith(".html")) queue.push(target);
        }
      }
      await context.close();
      return { problems, note: `${known.size} files` };
    },
  },
];
