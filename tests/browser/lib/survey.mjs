// The survey: visits every page of the site once, on a narrow phone under the strict policy, and records the data that the checks
// need. In: the served site. Out: `pages` by path, with text, links, ids, languages. Always: pages are found by links from the front
// page; all others are marked `linked: false`.

import { readdir } from "node:fs/promises";
import path from "node:path";
import { open, reader } from "./browser.mjs";

/** All files of a folder, relative, with forward slashes, in order. */
export async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => path.relative(folder, path.join(e.parentPath ?? e.path, e.name)).split(path.sep).join("/"))
    .sort();
}

/** The page `zh/notices/` for `zh/notices/index.html`. */
export const pathOf = (file) => file.replace(/(^|\/)index\.html$/, "$1");
export const fileOf = (page) => (page === "" || page.endsWith("/") ? page + "index.html" : page);

/** Runs in the page: the elements that make the page wider than the screen. */
export function tooWide() {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  const name = (e) => [e.tagName.toLowerCase(), ...e.classList].join(".");
  const wide = [...document.querySelectorAll("body *")].filter((e) => {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || (box.right <= limit + 0.5 && box.left >= -0.5)) return false;
    // Elements in a scrolling box are fine.
    let around = e.parentElement;
    while (around && getComputedStyle(around).overflowX === "visible") around = around.parentElement;
    return !around || around === document.body || around === document.documentElement;
  });
  // The innermost elements are the cause.
  const cause = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
  const told = cause.map((e) => `${name(e)} “${e.innerText?.trim().slice(0, 30) ?? ""}” reaches ${Math.round(e.getBoundingClientRect().right)} px`);
  return told.length > 0 ? told : [`the page is ${document.documentElement.scrollWidth} px wide`];
}

/** Runs in the page: its text, without the controls that only a script makes or shows. */
export function said() {
  const apart = [...document.querySelectorAll("[data-made], .modes, form[data-titles], noscript")].filter((e) => !e.hidden);
  for (const e of apart) e.hidden = true;
  const text = document.body.innerText.replace(/\s+/g, " ").trim();
  for (const e of apart) e.hidden = false;
  return text;
}

/** Runs in the page: all data that the checks need. */
function look() {
  const address = (element, name) => {
    try {
      return new URL(element.getAttribute(name), document.baseURI).href;
    } catch {
      return null;
    }
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const describe = (e) => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : "") + (typeof e.className === "string" && e.className ? `.${e.className.trim().split(/\s+/).join(".")}` : "");

  const unmarked = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!element || element.closest("script, style, code, pre, noscript")) continue;
    const lang = element.closest("[lang]")?.getAttribute("lang") ?? "";
    const text = node.textContent.trim();
    const han = /\p{Script=Han}/u.test(text) && !/^(zh|ja|yue|ko|und|mul)/.test(lang);
    const latin = /^zh/.test(lang) && !/\p{Script=Han}/u.test(text) && /(\p{Script=Latin}{2,}[ ,]+){3,}\p{Script=Latin}{2,}/u.test(text);
    if (han || latin) unmarked.push(`${describe(element)} lang="${lang}": ${text.slice(0, 60)}`);
  }

  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title,
    kind: document.body.className,
    h1: all("h1").map((e) => e.innerText.trim()),
    mains: all("main").length,
    ids: all("[id]").map((e) => e.id),
    anchors: all("a[href]").map((e) => ({
      url: address(e, "href"),
      written: e.getAttribute("href"),
      hreflang: e.getAttribute("hreflang"),
      lang: e.closest("[lang]")?.getAttribute("lang") ?? null,
      switch: e.rel.split(/\s+/).includes("alternate"),
      blank: e.target === "_blank",
    })),
    assets: [
      ...all("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=manifest]").map((e) => address(e, "href")),
      ...all("script[src], img[src], source[src], video[src], audio[src], iframe[src]").map((e) => address(e, "src")),
      ...all("img[srcset], source[srcset]").flatMap((e) =>
        e.srcset.split(",").map((part) => new URL(part.trim().split(/\s+/)[0], document.baseURI).href),
      ),
    ],
    canonical: document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null,
    alternates: all("link[rel=alternate][hreflang]").map((e) => ({ tag: e.getAttribute("hreflang"), url: e.getAttribute("href") })),
    feeds: all("link[rel=alternate][type]").map((e) => address(e, "href")),
    noindex: /noindex/.test(document.querySelector("meta[name=robots]")?.content ?? ""),
    runs: all("script").filter((e) => !/json/.test(e.type)).length,
    inline: [
      ...all("script:not([src])").filter((e) => !/json/.test(e.type)).map(() => "<script>"),
      ...all("style").map(() => "<style>"),
      ...all("[style]").map((e) => `${describe(e)} style=`),
      ...all("*").flatMap((e) => e.getAttributeNames().filter((n) => n.startsWith("on")).map((n) => `${describe(e)} ${n}=`)),
    ],
    unmarked,
  };
}

export async function survey(browser, server, folder) {
  const all = await files(folder);
  const pages = new Map();
  const context = await reader(browser, { width: 320, height: 640 });
  const queue = [""];
  const known = new Set(queue);
  const inside = (url) => url !== null && url.startsWith(server.base);

  const there = new Set(all);
  const visit = async (tab, address, linked) => {
    const { page, take } = tab;
    // Missing files are not requested, since the error would be attributed to the next page.
    if (!there.has(fileOf(address))) {
      pages.set(address, { address, linked, missing: true });
      return [];
    }
    const response = await page.goto(server.base + address, { waitUntil: "load" }).catch((error) => ({ error }));
    if (response.error) {
      throw new Error(`/${address} cannot be opened: ${response.error}`);
    }
    const facts = { ...(await page.evaluate(look)), text: await page.evaluate(said) };
    const wide = await page.evaluate(tooWide);
    pages.set(address, { address, file: fileOf(address), linked, status: response.status(), ...facts, wide, ...take() });
    return facts.anchors.map((a) => a.url).filter(inside);
  };

  // Follows links from the front page; a few tabs share the queue.
  const tabs = await Promise.all([1, 2, 3].map(() => open(context, server.origin)));
  const work = async (linked) => {
    let busy = 0;
    await Promise.all(
      tabs.map(async (tab) => {
        while (queue.length > 0 || busy > 0) {
          const address = queue.shift();
          if (address === undefined) {
            await new Promise((done) => setTimeout(done, 5));
            continue;
          }
          busy++;
          for (const url of await visit(tab, address, linked)) {
            const target = decodeURI(url.slice(server.base.length).split(/[?#]/)[0]);
            const isPage = target === "" || target.endsWith("/") || target.endsWith(".html");
            if (isPage && !known.has(target) && !known.has(pathOf(target))) {
              known.add(target);
              queue.push(target);
            }
          }
          busy--;
        }
      }),
    );
  };
  await work(true);

  // Then the pages without links to them (404, aliases).
  for (const file of all.filter((f) => f.endsWith(".html"))) {
    const address = pathOf(file);
    if (!known.has(address) && !known.has(file)) {
      known.add(address);
      queue.push(address);
    }
  }
  await work(false);
  await context.close();
  return { pages: new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1))), files: all };
}

/** The template of a page, from its body class and the kind of its record. */
export function template(page) {
  const steps = page.address.split("/").filter(Boolean);
  const first = page.kind.split(/\s+/)[0] || "plain";
  if (first === "record") return `record ${steps[1] ?? ""}`;
  if (first === "list") return ["organizations", "tags"].includes(steps[1]) ? `list ${steps[1]} ${steps.length}` : `list ${steps.length}`;
  return first;
}

/** One page for each template and language: the one with the most words. */
export function examples(pages) {
  const best = new Map();
  for (const page of pages.values()) {
    if (page.missing) continue;
    const key = `${template(page)} · ${page.lang}`;
    const held = best.get(key);
    if (!held || page.text.length > held.text.length) best.set(key, page);
  }
  return [...best].map(([key, page]) => ({ key, page }));
}
