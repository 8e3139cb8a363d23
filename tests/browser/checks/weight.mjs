// The cost of a page on a slow line: compressed bytes, and the number of requests.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1024;
/** Lists, home pages, months and sheets in all languages are larger than records. */
const LIMITS = { record: 8 * KB, list: 12 * KB, css: 8 * KB, js: 6 * KB, segment: 40 * KB, view: 30 * KB, requests: 5 };
const LISTS = /^(home|front|list|search|sheet|month-page)$/;

/** A project has plans, money, progress and problems of years on one page, and the limit of a list. */
const WORKS = /^[^/]+\/renovation\/[^/]+\/$/;

const real = (site) => [...site.pages.values()].filter((p) => !p.missing);
const shown = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/** Compressed sizes of files; each is compressed once. */
function scales(site) {
  const known = new Map();
  return async (file) => {
    if (!known.has(file)) known.set(file, gzipSync(await readFile(path.join(site.folder, file)), { level: 9 }).length);
    return known.get(file);
  };
}

export const checks = [
  {
    name: "pages, styles, script and segments keep within their weights",
    async run(site) {
      const weigh = scales(site);
      const problems = [];
      const most = { record: 0, list: 0, css: 0, js: 0, segment: 0 };
      const hold = async (kind, file) => {
        const bytes = await weigh(file);
        most[kind] = Math.max(most[kind], bytes);
        if (bytes > LIMITS[kind]) problems.push(`/${file}: ${shown(bytes)}, more than ${shown(LIMITS[kind])}`);
      };
      for (const page of real(site)) {
        const kind = page.kind.split(/\s+/)[0];
        await hold(LISTS.test(kind) || WORKS.test(page.address) ? "list" : "record", page.file);
      }
      for (const file of site.files) {
        if (file.startsWith("assets/") && /\.(css|js)$/.test(file)) await hold(file.endsWith(".css") ? "css" : "js", file);
        else if (/\/search\/.*\.js$/.test(file)) await hold("segment", file);
      }
      return { problems, note: Object.entries(most).map(([kind, bytes]) => `${kind} ${shown(bytes)}`).join(", ") };
    },
  },
  {
    name: "a first view takes few requests and few bytes",
    async run(site) {
      const weigh = scales(site);
      const problems = [];
      let [heaviest, longest] = [0, 0];
      for (const page of real(site)) {
        const files = [...new Set(page.assets.filter((url) => /\.(css|js|woff2?|ttf)$/.test(url)))].map((url) => decodeURI(url.slice(site.server.base.length)));
        let bytes = await weigh(page.file);
        for (const file of files) bytes += await weigh(file);
        heaviest = Math.max(heaviest, bytes);
        longest = Math.max(longest, files.length + 1);
        if (files.length + 1 > LIMITS.requests) problems.push(`/${page.address}: ${files.length + 1} requests`);
        if (bytes > LIMITS.view) problems.push(`/${page.address}: ${shown(bytes)} in all`);
      }
      return { problems, note: `at most ${longest} requests, ${shown(heaviest)}` };
    },
  },
];
