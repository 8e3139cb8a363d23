// The modes of the script: large type, and large type in high contrast.

import { open, pool, reader } from "../lib/browser.mjs";
import { examples, tooWide } from "../lib/survey.mjs";

const name = (page) => "/" + page.address;
const inMode = (mode) => {
  localStorage.setItem("linli-mode", mode);
};

export const checks = [
  {
    name: "the share text is copied whole, and the print button prints",
    async run(site) {
      const context = await reader(site.browser, { width: 390 });
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.server.origin });
      await context.addInitScript(() => (window.print = () => (window.printed = true)));
      const { page } = await open(context, site.server.origin);
      const problems = [];
      let copied = 0;
      for (const { key, page: example } of examples(site.pages).filter(({ key }) => /^record|^sheet/.test(key))) {
        await page.goto(site.server.base + example.address);
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
        const say = (what) => problems.push(`${name(example)} (${key}): ${what}`);
        for (const pressed of await page.locator("[data-do=copy]").all()) {
          await pressed.click();
          const { wanted, got } = await page.evaluate(async () => ({ wanted: document.querySelector("[data-copy]").textContent.trim(), got: await navigator.clipboard.readText() }));
          if (wanted !== got) say(`copied “${got.slice(0, 40)}”, not “${wanted.slice(0, 40)}”`);
          const told = await page.evaluate(() => document.querySelector("[role=status].copied").textContent);
          if (!told) say("that it was copied is not told");
          copied++;
        }
        const print = page.locator("[data-do=print]");
        if ((await print.count()) !== 1) say(`${await print.count()} print buttons`);
        else {
          await print.click();
          if (!(await page.evaluate(() => window.printed))) say("the print button does not print");
        }
      }
      await context.close();
      return { problems, note: `${copied} copied` };
    },
  },
  {
    name: "no page scrolls sideways at 320 px in large type, and its text is 24 px",
    async run(site) {
      const context = await reader(site.browser, { width: 320, height: 640 });
      await context.addInitScript(inMode, "large");
      const tabs = await Promise.all([1, 2].map(() => open(context, site.server.origin)));
      const shown = examples(site.pages);
      const problems = await pool(shown, 2, async ({ key, page: example }, lane) => {
        const { page, take } = tabs[lane];
        await page.goto(site.server.base + example.address);
        const wide = await page.evaluate(tooWide);
        const size = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
        const said = take();
        return [
          ...wide.slice(0, 3).map((what) => `${name(example)} (${key}): ${what}`),
          ...(size < 24 ? [`${name(example)} (${key}): text of ${size} px`] : []),
          ...said.console.map((what) => `${name(example)}: ${what}`),
        ];
      });
      await context.close();
      return { problems: problems.flat(), note: `${shown.length} pages` };
    },
  },
  {
    name: "the reading mode is chosen by key, remembered, set before anything is shown, and taken back",
    async run(site) {
      const problems = [];
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      const home = examples(site.pages).find(({ key }) => key.startsWith("home"))?.page;
      if (!home) return ["no home page"];
      const mode = () => page.evaluate(() => document.documentElement.dataset.mode ?? "");
      const expect = async (wanted, when) => {
        const now = await mode();
        if (now !== wanted) problems.push(`${when}: the mode is “${now}”, not “${wanted}”`);
      };
      await page.goto(site.server.base + home.address);
      await page.focus("[data-do=large]");
      await page.keyboard.press("Enter");
      await expect("large", "after 大字");
      await page.focus("[data-do=contrast]");
      await page.keyboard.press("Space");
      await expect("contrast", "after 高对比");
      // Read by a script that runs as soon as there is a body, before the first paint.
      await context.addInitScript(() => {
        new MutationObserver((_, watch) => {
          if (!document.body) return;
          window.early = document.documentElement.dataset.mode ?? "";
          watch.disconnect();
        }).observe(document, { childList: true, subtree: true });
      });
      await page.reload();
      await expect("contrast", "after loading again");
      const early = await page.evaluate(() => window.early);
      if (early !== "contrast") problems.push(`the mode comes late: “${early}” when the body begins`);
      const colors = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return [style.backgroundColor, style.color, getComputedStyle(document.querySelector("main a")).color].join(" ");
      });
      if (colors !== "rgb(0, 0, 0) rgb(255, 255, 255) rgb(255, 235, 59)") problems.push(`high contrast is ${colors}`);
      await page.click("[data-do=large]");
      await expect("", "after 大字 once more");
      await page.reload();
      await expect("", "after that, loaded again");
      await context.close();
      return problems;
    },
  },
  {
    name: "the head of a home page takes no more than 120 px of a phone",
    async run(site) {
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      const problems = [];
      for (const { page: home } of examples(site.pages).filter(({ key }) => key.startsWith("home"))) {
        await page.goto(site.server.base + home.address);
        const height = await page.evaluate(() => document.querySelector(".mast").getBoundingClientRect().height);
        if (height > 120) problems.push(`${name(home)}: ${height} px`);
      }
      await context.close();
      return problems;
    },
  },
  {
    name: "near dates are said in words on the day that they are near, and what has run out is put away",
    async run(site) {
      const home = examples(site.pages).find(({ key }) => key.startsWith("home") && key.endsWith("zh-Hans"))?.page;
      if (!home) return { skipped: "no Chinese home page" };
      const problems = [];
      const context = await reader(site.browser, { width: 390 });
      const { page } = await open(context, site.server.origin);
      await page.goto(site.server.base + home.address);
      const until = await page.evaluate(() => document.querySelector("[data-relative] time[datetime]")?.getAttribute("datetime"));
      if (!until) return { skipped: "nothing is open for objection" };
      const day = (n) => new Date(Date.parse(until.slice(0, 10) + "T12:00:00+08:00") + n * 864e5);
      for (const [days, word] of [[0, "今天"], [-1, "明天"], [-3, "还有 3 天"], [1, ""]]) {
        await page.clock.setFixedTime(day(days));
        await page.reload();
        const said = await page.evaluate(() => document.querySelector("[data-relative] time[datetime]").parentElement.querySelector(".rel")?.textContent.trim() ?? "");
        if (said !== word) problems.push(`${-days} days before: “${said}”, not “${word}”`);
      }
      // There may be no urgent record now, so the test makes one.
      const hidden = await page.evaluate(() => {
        const main = document.querySelector("main");
        const box = document.createElement("section");
        box.className = "urgent";
        box.innerHTML = '<ul><li data-until="2000-01-01T08:00:00+08:00">x</li></ul>';
        main.prepend(box);
        document.dispatchEvent(new Event("linli:shown"));
        return box.hidden;
      });
      if (!hidden) problems.push("an urgent matter stays after its end");
      await context.close();
      return problems;
    },
  },
];
