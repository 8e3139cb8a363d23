// Every page loads without errors, fits a narrow screen, and has the same text without scripts.

import { launch, open, pool, reader } from "../lib/browser.mjs";
import { examples, said, tooWide } from "../lib/survey.mjs";

const real = (site) => [...site.pages.values()].filter((p) => !p.missing);
const name = (page) => "/" + page.address;

export const checks = [
  {
    name: "every page loads under the strict policy with a silent console",
    run: (site) => real(site).flatMap((p) => [...p.console.map((m) => `${name(p)}: ${m}`), ...p.failed.map((m) => `${name(p)}: ${m}`)]),
  },
  {
    name: "no page asks for anything outside",
    run: (site) => real(site).flatMap((p) => p.outside.map((url) => `${name(p)}: ${url}`)),
  },
  {
    name: "no page holds inline scripts, styles or handlers",
    run: (site) => real(site).flatMap((p) => p.inline.map((what) => `${name(p)}: ${what}`)),
  },
  {
    name: "no page scrolls sideways at 320 px",
    run: (site) => real(site).flatMap((p) => p.wide.slice(0, 3).map((what) => `${name(p)}: ${what}`)),
  },
  {
    name: "no page scrolls sideways at 320 px for a reader who set text half as large again",
    async run(site) {
      const large = await launch({ text: 24 });
      const { page } = await open(await reader(large, { width: 320, height: 640 }), site.server.origin);
      const problems = [];
      for (const { key, page: example } of examples(site.pages)) {
        await page.goto(site.server.base + example.address);
        const wide = await page.evaluate(tooWide);
        problems.push(...wide.slice(0, 3).map((what) => `${name(example)} (${key}): ${what}`));
      }
      await large.close();
      return problems;
    },
  },
  {
    name: "every page has one h1, one main, a title, a language and a direction",
    run: (site) =>
      real(site).flatMap((p) => {
        const wrong = [];
        if (p.h1.length !== 1 || !p.h1[0]) wrong.push(`${p.h1.length} h1`);
        if (p.mains !== 1) wrong.push(`${p.mains} main`);
        if (!p.title.trim()) wrong.push("no title");
        if (!p.lang) wrong.push("no lang");
        if (!["ltr", "rtl"].includes(p.dir)) wrong.push("no dir");
        const twice = p.ids.filter((id, at) => p.ids.indexOf(id) !== at);
        if (twice.length) wrong.push(`ids stand twice: ${twice.join(", ")}`);
        return wrong.map((what) => `${name(p)}: ${what}`);
      }),
  },
  {
    name: "titles tell pages of a language apart",
    run(site) {
      const seen = new Map();
      return real(site)
        .filter((p) => p.linked && !p.noindex)
        .flatMap((p) => {
          const key = `${p.lang} ${p.title}`;
          const before = seen.get(key);
          seen.set(key, before ?? p);
          return before ? [`${name(p)} and ${name(before)}: ${p.title}`] : [];
        });
    },
  },
  {
    name: "every page says the same with scripts off",
    async run(site) {
      const moved = real(site).filter((p) => p.runs > 0);
      // Pages without scripts cannot differ, but one of each template is compared.
      const rest = examples(site.pages).map((e) => e.page).filter((p) => p.runs === 0);
      const context = await reader(site.browser, { width: 320, height: 640, scripts: false });
      const tabs = await Promise.all([1, 2, 3].map(() => open(context, site.server.origin)));
      const problems = await pool([...moved, ...rest], 3, async (p, lane) => {
        await tabs[lane].page.goto(site.server.base + p.address, { waitUntil: "load" });
        const text = await tabs[lane].page.evaluate(said);
        if (text === p.text) return [];
        let at = 0;
        while (text[at] === p.text[at]) at++;
        return [`${name(p)}: with “${p.text.slice(at, at + 40)}”, without “${text.slice(at, at + 40)}”`];
      });
      await context.close();
      return { problems: problems.flat(), note: `${moved.length} with scripts` };
    },
  },
];
