// Sharing: sheets and texts for chat groups lead to the record and agree with it.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { open, reader } from "../lib/browser.mjs";

const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LONGEST = 300;
/** Printed pages whose square code is read; all sheets are. */
const PAGES = 6;

const real = (site) => [...site.pages.values()].filter((p) => !p.missing);
const sheets = (site) => real(site).filter((p) => /\bsheet\b/.test(p.kind));
const records = (site) => real(site).filter((p) => /\brecord\b/.test(p.kind));
const html = (site, page) => readFile(path.join(site.folder, page.file), "utf8");
const first = (text, expression) => expression.exec(text)?.[1] ?? null;
const codeOf = (text) => first(text, /check-code[^>]*>(?:<bdi[^>]*>)?([^<]+)</);
const meta = (text) => [...text.matchAll(/<meta property="([^"]+)" content="([^"]*)">/g)].map(([, name, value]) => [name, value]);
const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#(?:x27|39);/g, "'").replace(/&amp;/g, "&");
/** The site's own address, from its front page. */
const base = (site) => site.pages.get("").canonical;
/** Pages of the same record in other languages have the same number. */
const numberOf = (text) => first(text, /class="number">[^]*?<bdi[^>]*>([^<]+)</);

/** The check code of the facts in the guide, computed as the guide describes. */
function computed(form) {
  const bits = createHash("sha256").update(form).digest().readBigUInt64BE() >> 4n;
  const letters = Array.from({ length: 12 }, (_, at) => LETTERS[Number((bits >> BigInt(5 * (11 - at))) & 31n)]);
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join("")).join("-");
}

/** The text of the square code on a page, as a camera reads it. */
async function scan(page) {
  const code = page.locator("svg.qr");
  if ((await code.count()) !== 1) return { problem: `${await code.count()} square codes` };
  const picture = PNG.sync.read(await code.screenshot());
  const box = await code.evaluate((e) => e.getBoundingClientRect().width);
  const read = jsqr(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  return { text: read?.data ?? null, millimetres: (box / 96) * 25.4 };
}

export const checks = [
  {
    name: "the square code on paper leads to the short address, or to the page itself",
    async run(site) {
      const problems = [];
      const own = base(site);
      // Scheme and host ignore case; a path does not.
      const capital = !/[a-z]/i.test(new URL(own).pathname);
      const context = await reader(site.browser, { width: 1000 });
      const { page } = await open(context, site.server.origin);
      await page.emulateMedia({ media: "print" });
      const look = async (p, expected) => {
        await page.goto(site.server.base + p.address);
        const { problem, text, millimetres } = await scan(page);
        if (problem) return problems.push(`/${p.address}: ${problem}`);
        if (text !== expected) problems.push(`/${p.address}: a camera reads ${text}, not ${expected}`);
        if (millimetres < 30) problems.push(`/${p.address}: the code is ${millimetres.toFixed(0)} mm wide`);
      };
      for (const p of sheets(site)) await look(p, capital ? (own + p.address).toUpperCase() : own + p.address);
      let pages = 0;
      for (const p of records(site)) {
        const text = await html(site, p);
        if (numberOf(text) !== null || !codeOf(text)) {
          if (/<svg class="qr"/.test(text)) problems.push(`/${p.address}: a square code beside the link to the sheet`);
        } else if (pages++ < PAGES) await look(p, own + p.address);
      }
      await context.close();
      return { problems, note: `${sheets(site).length} sheets, ${Math.min(pages, PAGES)} pages` };
    },
  },
  {
    name: "the check code is the same on paper and in every language, and is computed as the guide says",
    async run(site) {
      const problems = [];
      const codes = new Map();
      const own = new Map();
      for (const p of [...sheets(site), ...records(site)]) {
        const text = await html(site, p);
        const code = codeOf(text);
        const number = numberOf(text);
        if (code === null || !CODE.test(code)) problems.push(`/${p.address}: the check code is ${code}`);
        const id = number ?? p.address.split("/").slice(1).join("/");
        if (codes.has(id) && codes.get(id) !== code) problems.push(`/${p.address}: ${code}, elsewhere ${codes.get(id)}`);
        codes.set(id, code);
        if (own.has(code) && own.get(code) !== id) problems.push(`${id} and ${own.get(code)} have one code`);
        own.set(code, id);
      }
      const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../..");
      for (const lang of ["zh", "en"]) {
        const guide = await readFile(path.join(root, `docs/${lang}/paper.md`), "utf8");
        const form = first(guide, /```text\n(linli-check-1\n[^`]*)```/);
        const number = first(form ?? "", /^number=(.*)$/m);
        const code = form && computed(form);
        if (!code || !guide.includes(code)) problems.push(`docs/${lang}/paper.md: its example gives ${code}`);
        if (code !== codes.get(number)) problems.push(`docs/${lang}/paper.md: ${number} has ${codes.get(number)} on the site, ${code} in the guide`);
      }
      return { problems, note: `${codes.size} records` };
    },
  },
  {
    name: `the text to pass on has at most ${LONGEST} characters, the title, the address and the code`,
    async run(site) {
      const problems = [];
      let longest = 0;
      for (const p of records(site)) {
        const text = await html(site, p);
        const shared = first(text, /<p class="share-text" data-copy[^>]*>([^]*?)<\/p>/);
        if (shared === null) {
          problems.push(`/${p.address}: nothing to pass on`);
          continue;
        }
        const words = plain(shared.replace(/<[^>]*>/g, ""));
        const length = [...words].length;
        longest = Math.max(longest, length);
        const say = (what) => problems.push(`/${p.address}: ${what}`);
        if (length > LONGEST) say(`${length} characters`);
        const number = numberOf(text);
        const fallback = p.noindex ? p.canonical : base(site) + p.address;
        if (!words.includes(number ? `${base(site)}${number}/ ` : `${fallback} `)) say(`no address in: ${words}`);
        if (!words.includes(codeOf(text))) say("no check code");
        if (!words.includes(p.h1[0].slice(0, 40))) say("no title");
        if (!/<details class="share"/.test(text)) say("it cannot be opened without a script");
      }
      return { problems, note: `the longest has ${longest}` };
    },
  },
  {
    name: "link cards have a title, an address, a language and a picture of the size they say",
    async run(site) {
      const problems = [];
      const sizes = new Map();
      let cards = 0;
      for (const p of real(site).filter((p) => p.canonical)) {
        const say = (what) => problems.push(`/${p.address}: ${what}`);
        const tags = meta(await html(site, p));
        const all = (name) => tags.filter(([n]) => n === name).map(([, value]) => plain(value));
        const one = (name) => {
          const found = all(name);
          if (found.length !== 1) say(`${name} stands there ${found.length} times`);
          return found[0] ?? "";
        };
        cards++;
        if (!one("og:title").trim()) say("og:title is empty");
        if (one("og:url") !== p.canonical) say(`og:url is ${all("og:url")}`);
        if (!["article", "website"].includes(one("og:type"))) say(`og:type is ${all("og:type")}`);
        if (!one("og:site_name")) say("og:site_name is empty");
        for (const locale of [one("og:locale"), ...all("og:locale:alternate")]) {
          if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) say(`the language is ${locale}`);
        }
        if (all("og:locale:alternate").includes(all("og:locale")[0])) say("it is its own alternate");
        if (all("og:description").some((d) => !d.trim())) say("og:description is empty");
        const picture = one("og:image");
        if (!picture.startsWith(base(site))) {
          say(`the picture is ${picture}`);
          continue;
        }
        if (!sizes.has(picture)) {
          const bytes = await readFile(path.join(site.folder, picture.slice(base(site).length)));
          const { width, height } = PNG.sync.read(bytes);
          sizes.set(picture, `${width} × ${height}`);
        }
        if (`${one("og:image:width")} × ${one("og:image:height")}` !== sizes.get(picture)) say(`the picture is ${sizes.get(picture)}`);
        if (!one("og:image:alt")) say("the picture has no words");
      }
      return { problems, note: `${cards} cards, ${[...sizes.values()].join(", ")}` };
    },
  },
  {
    name: "what is urgent says to the minute when it ends",
    async run(site) {
      const problems = [];
      let found = 0;
      for (const p of real(site)) {
        const text = await html(site, p);
        for (const [section] of text.matchAll(/<section class="urgent"[^]*?<\/section>/g)) {
          for (const [, item] of section.matchAll(/<li([^>]*)>/g)) {
            found++;
            const until = first(item, /data-until="([^"]+)"/);
            if (!until || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(until)) problems.push(`/${p.address}: until ${until}`);
          }
          if (!/<time datetime="/.test(section)) problems.push(`/${p.address}: no time stands in the banner`);
        }
      }
      if (found === 0) problems.push("no notice is urgent on this day, so nothing was looked at");
      return { problems, note: `${found} notices` };
    },
  },
];
