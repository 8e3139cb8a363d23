// No broken links, fragments, assets, feeds, addresses in the sitemap.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { open, reader } from "../lib/browser.mjs";
import { fileOf } from "../lib/survey.mjs";

const real = (site) => [...site.pages.values()].filter((p) => !p.missing);
const name = (page) => "/" + page.address;

/** The site's own address: the canonical address of its front page, or the shortest one in the sitemap. */
export async function baseUrl(site) {
  const front = site.pages.get("")?.canonical;
  if (front) return front.endsWith("/") ? front : front + "/";
  const map = await readFile(path.join(site.folder, "sitemap.xml"), "utf8").catch(() => "");
  const all = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]).sort((a, b) => a.length - b.length);
  return all.length ? all[0] : null;
}

/** The fault of an address of this site (relative to its root, with fragment), or null. */
export function lands(site, target) {
  const [address, fragment] = target.split("#");
  let wanted;
  try {
    wanted = decodeURIComponent(address.split("?")[0]);
  } catch {
    return "is not a well-formed address";
  }
  if (!site.files.includes(fileOf(wanted))) {
    return site.files.includes(`${wanted}/index.html`) ? "lacks its final slash" : "leads nowhere";
  }
  if (!fragment) return null;
  const page = site.pages.get(wanted) ?? site.pages.get(wanted.replace(/(^|\/)index\.html$/, "$1"));
  return page && !page.ids.includes(decodeURIComponent(fragment)) ? "names a place that the page does not have" : null;
}

/** Reads XML files in the browser: syntax errors, and the requested elements. */
async function readXml(site, names, look) {
  const context = await reader(site.browser, { bypass: true });
  const { page } = await open(context, site.server.origin);
  await page.goto(site.server.base);
  const read = [];
  for (const file of names) {
    const text = await readFile(path.join(site.folder, file), "utf8");
    read.push({ file, ...(await page.evaluate(look, text)) });
  }
  await context.close();
  return read;
}

function lookAtSitemap(text) {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  if (xml.querySelector("parsererror")) return { broken: xml.querySelector("parsererror").textContent.slice(0, 200) };
  return {
    root: `${xml.documentElement.namespaceURI} ${xml.documentElement.localName}`,
    urls: [...xml.querySelectorAll("url")].map((url) => ({
      loc: url.querySelector("loc")?.textContent ?? "",
      lastmod: url.querySelector("lastmod")?.textContent ?? null,
      alternates: [...url.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")].map((l) => ({ tag: l.getAttribute("hreflang"), url: l.getAttribute("href") })),
    })),
  };
}

function lookAtFeed(text) {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  if (xml.querySelector("parsererror")) return { broken: xml.querySelector("parsererror").textContent.slice(0, 200) };
  const child = (e, tag) => [...e.children].find((c) => c.localName === tag)?.textContent.trim() ?? null;
  const links = (e) => [...e.children].filter((c) => c.localName === "link").map((l) => ({ rel: l.getAttribute("rel") ?? "alternate", url: l.getAttribute("href") }));
  const facts = (e) => ({ id: child(e, "id"), title: child(e, "title"), updated: child(e, "updated"), links: links(e) });
  const feed = xml.documentElement;
  return { root: `${feed.namespaceURI} ${feed.localName}`, ...facts(feed), entries: [...feed.children].filter((c) => c.localName === "entry").map(facts) };
}

export const checks = [
  {
    name: "every internal link and fragment lands",
    run: (site) =>
      real(site).flatMap((p) =>
        p.anchors.flatMap((a) => {
          if (a.url === null) return [`${name(p)}: ${a.written} is not an address`];
          if (a.url.startsWith(site.server.base)) {
            const wrong = lands(site, a.url.slice(site.server.base.length));
            return wrong ? [`${name(p)}: ${a.written} ${wrong}`] : [];
          }
          if (a.url.startsWith(site.server.origin)) return [`${name(p)}: ${a.written} leaves the sub-path: links are relative`];
          return [];
        }),
      ),
  },
  {
    name: "every asset that a page names is there",
    run: (site) =>
      real(site).flatMap((p) =>
        [...p.assets, ...p.feeds].flatMap((url) => {
          if (url?.startsWith("data:")) return [];
          if (!url?.startsWith(site.server.base)) return [`${name(p)}: ${url} is not of this site`];
          const wrong = lands(site, url.slice(site.server.base.length));
          return wrong ? [`${name(p)}: ${url.slice(site.server.base.length)} ${wrong}`] : [];
        }),
      ),
  },
  {
    name: "links go out safely",
    run: (site) =>
      real(site).flatMap((p) =>
        p.anchors
          .filter((a) => a.blank || (a.url && !/^(https?|mailto|tel|sms|geo):/.test(a.url)))
          .map((a) => `${name(p)}: ${a.written}${a.blank ? " opens a new window" : ""}`),
      ),
  },
  {
    name: "every page meant to be found can be reached from the front page",
    run: (site) =>
      real(site)
        .filter((p) => !p.linked && !p.noindex && !/alias|tombstone|lost/.test(p.kind) && p.address !== "404.html")
        .map((p) => `${name(p)}: nothing leads here`),
  },
  {
    name: "the sitemap is well-formed and lists what can be indexed, and only that",
    async run(site) {
      if (!site.files.includes("sitemap.xml")) return ["there is no sitemap.xml"];
      const base = await baseUrl(site);
      // In a large site it names the files that list the addresses.
      const parts = site.files.filter((f) => /^sitemap-\d+\.xml$/.test(f));
      const maps = await readXml(site, parts.length ? parts : ["sitemap.xml"], lookAtSitemap);
      const map = maps.find((m) => m.broken) ?? { root: maps[0].root, urls: maps.flatMap((m) => m.urls) };
      if (map.broken) return [`sitemap.xml: ${map.broken}`];
      const problems = [];
      if (map.root !== "http://www.sitemaps.org/schemas/sitemap/0.9 urlset") problems.push(`sitemap.xml: root is ${map.root}`);
      const listed = new Set();
      for (const url of map.urls) {
        if (!url.loc.startsWith(base)) problems.push(`${url.loc} is not below ${base}`);
        const address = url.loc.slice(base.length);
        if (listed.has(address)) problems.push(`${url.loc} stands twice`);
        listed.add(address);
        const wrong = lands(site, address);
        if (wrong) problems.push(`${url.loc} ${wrong}`);
        if (site.pages.get(decodeURI(address))?.noindex) problems.push(`${url.loc} is listed but asks not to be indexed`);
        for (const a of url.alternates) {
          if (!a.url.startsWith(base) || lands(site, a.url.slice(base.length))) problems.push(`${url.loc}: alternate ${a.url} does not land`);
          const back = map.urls.find((u) => u.loc === a.url);
          if (back && !back.alternates.some((b) => b.url === url.loc)) problems.push(`${a.url} does not name ${url.loc} as its alternate`);
        }
      }
      // A withdrawn record keeps its page, but no list links to it.
      const left = real(site).filter((p) => p.linked && !p.noindex && p.kind !== "tombstone" && p.canonical === base + p.address && !listed.has(p.address));
      problems.push(...left.map((p) => `${name(p)} is not in the sitemap`));
      return { problems, note: `${map.urls.length} addresses` };
    },
  },
  {
    name: "every feed is well-formed and its entries land",
    async run(site) {
      const base = await baseUrl(site);
      const feeds = site.files.filter((f) => /(^|\/)atom\.xml$/.test(f));
      if (feeds.length === 0) return ["there is no atom.xml"];
      const problems = [];
      let entries = 0;
      for (const feed of await readXml(site, feeds, lookAtFeed)) {
        const say = (what) => problems.push(`${feed.file}: ${what}`);
        if (feed.broken) {
          say(feed.broken);
          continue;
        }
        if (feed.root !== "http://www.w3.org/2005/Atom feed") say(`root is ${feed.root}`);
        const self = feed.links.find((l) => l.rel === "self");
        if (self?.url !== base + feed.file) say(`its own address is ${self?.url ?? "not given"}`);
        const ids = new Set();
        for (const part of [feed, ...feed.entries]) {
          const at = part.title ?? part.id ?? "?";
          for (const key of ["id", "title", "updated"]) if (!part[key]) say(`${at}: no ${key}`);
          if (part.updated && Number.isNaN(Date.parse(part.updated))) say(`${at}: ${part.updated} is no time`);
          if (ids.has(part.id)) say(`${at}: the id ${part.id} stands twice`);
          ids.add(part.id);
          for (const link of part.links.filter((l) => ["self", "alternate"].includes(l.rel))) {
            const wrong = link.url?.startsWith(base) ? lands(site, link.url.slice(base.length)) : "is not of this site";
            if (wrong) say(`${at}: ${link.url} ${wrong}`);
          }
          if (part !== feed && !part.links.some((l) => l.rel === "alternate")) say(`${at}: no link`);
        }
        entries += feed.entries.length;
      }
      return { problems, note: `${feeds.length} feeds, ${entries} entries` };
    },
  },
  {
    name: "robots.txt names the sitemap",
    async run(site) {
      const text = await readFile(path.join(site.folder, "robots.txt"), "utf8").catch(() => null);
      if (text === null) return ["there is no robots.txt"];
      return text.includes(`Sitemap: ${await baseUrl(site)}sitemap.xml`) ? [] : ["robots.txt does not name the sitemap"];
    },
  },
  {
    name: "an address that does not exist answers 404 with a page that helps",
    async run(site) {
      if (!site.files.includes("404.html")) return ["there is no 404.html"];
      const context = await reader(site.browser, { width: 320 });
      const { page } = await open(context, site.server.origin);
      const response = await page.goto(site.server.base + "no-such-page");
      const links = await page.evaluate(() => [...document.querySelectorAll("main a[href]")].map((a) => a.href));
      await context.close();
      const problems = response.status() === 404 ? [] : [`status ${response.status()}`];
      if (!links.some((url) => url.startsWith(site.server.base))) problems.push("404.html offers no way back");
      return problems;
    },
  },
];
