// The preview in a real browser: `node live.mjs LINLI [--shots FOLDER]`.
// In: the program. Out: one line per check with its failures, and a summary; exit 1 if any check failed. Always: the site is new; the
// tests edit files on the disk, and only read the browser.

import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch, open, reader } from "./lib/browser.mjs";

// Long enough for a busy machine.
const PATIENCE = 60_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
if (positionals.length !== 1) {
  console.error("usage: node live.mjs LINLI [--shots FOLDER]");
  process.exit(2);
}
const linli = path.resolve(positionals[0]);
const folder = await mkdtemp(path.join(tmpdir(), "linli-live-"));
const at = (name) => path.join(folder, name);
const environment = { ...process.env, SOURCE_DATE_EPOCH: "1781928000", LINLI_LANG: "zh" };
execFileSync(linli, ["init", "--yes", "--name", "榕荫社区", "--address", "https://rongyin.example.org"], { cwd: folder, env: environment, stdio: "ignore" });

const RECORD = "content/notices/water.md";
const sound = await readFile(at(RECORD), "utf8");
const long = sound + "\n" + Array.from({ length: 60 }, (_, n) => `第 ${n} 段：请各户提前储水。\n\n`).join("");
const save = (text, name = RECORD) => writeFile(at(name), text);

// ---- the server ------------------------------------------------------------------------------------------------------

async function serve(port = 0) {
  const child = spawn(linli, ["serve", "--port", String(port)], { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let talk = "";
  child.stderr.on("data", (data) => (talk += data));
  const address = await new Promise((done, fail) => {
    let text = "";
    child.stdout.on("data", (data) => {
      text += data;
      const found = /http:\/\/\S+/.exec(text);
      if (found) done(found[0]);
    });
    child.on("exit", () => fail(new Error(`the preview ended: ${talk}`)));
    setTimeout(() => fail(new Error(`no address: ${talk}`)), PATIENCE).unref();
  });
  const end = () => new Promise((done) => {
    child.once("exit", done);
    child.kill("SIGINT");
  });
  return { address, end, talk: () => talk };
}

// ---- the checks ------------------------------------------------------------------------------------------------------

const problems = [];
const told = (page) => page.evaluate(() => document.querySelector("linli-preview")?.shadowRoot.querySelector(".all")?.innerText ?? "");
const panel = (page) => page.evaluate(() => document.querySelector("linli-preview")?.shadowRoot.querySelector(".panel")?.innerText ?? "");

/** Waits until a value read from the page is as expected. */
async function until(page, question, wanted, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    // A page that is being loaded gives no value.
    const answer = await question(page).catch((error) => String(error));
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const words = (page) => page.evaluate(() => document.querySelector("main")?.innerText ?? "");
const sees = (page, text) => until(page, words, (all) => all.includes(text), `the page does not show “${text}”`);
const equal = (is, wanted, what) => is === wanted || problems.push(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);

async function shot(page, name) {
  if (!values.shots) return;
  await mkdir(values.shots, { recursive: true });
  await page.screenshot({ path: path.join(values.shots, `${name}.png`) });
}

/** State that a reload would lose, and the scroll position. */
const leaveMark = (page, top) => page.evaluate((top) => ((window.mark = "kept"), scrollTo(0, top), scrollY), top);
const place = (page) => page.evaluate(() => ({ mark: window.mark, top: scrollY }));

/** Runs in the page: texts of the overlay with a contrast below 4.5:1. */
function faint() {
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    const color = channels(getComputedStyle(element).backgroundColor);
    return color.length < 4 || color[3] === 1 ? color : element.parentElement ? behind(element.parentElement) : [255, 255, 255];
  };
  const shadow = document.querySelector("linli-preview").shadowRoot;
  const speaks = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim()) && getComputedStyle(e).visibility === "visible";
  return [...shadow.querySelectorAll(".all *")].filter(speaks).flatMap((e) => {
    const [a, b] = [light(channels(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`${ratio.toFixed(1)}:1 for “${e.innerText.trim()}”`] : [];
  });
}

const CHECKS = [
  {
    name: "a save is seen without touching the browser, and the reader stays where they were",
    async run({ page }) {
      const top = await leaveMark(page, 900);
      await save(long.replace("第 30 段", "改过的第 30 段"));
      await sees(page, "改过的第 30 段");
      equal(JSON.stringify(await place(page)), JSON.stringify({ mark: "kept", top }), "the place in the page");
    },
  },
  {
    name: "a mistake is laid over the last good page, with its place, its line and what to do",
    async run({ page }) {
      const before = await words(page);
      await save(long.replace("type: disruption", "type: disrupton"));
      const text = await until(page, panel, (all) => all.includes("COM-03"), "nothing is laid over the page");
      const line = sound.split("\n").findIndex((l) => l.startsWith("type:")) + 1;
      for (const part of [`${RECORD}:${line}:7`, "type: disrupton", "1 个错误", "网页保持上一次的样子"]) {
        if (!text.includes(part)) problems.push(`“${part}” is not in: ${text}`);
      }
      equal(await words(page), before, "the page below");
      const mark = await page.evaluate(() => {
        const shadow = document.querySelector("linli-preview").shadowRoot;
        const box = (selector) => shadow.querySelector(selector).getBoundingClientRect();
        const [meant, caret] = [box("mark"), box(".caret")];
        return { text: shadow.querySelector("mark").innerText, off: Math.abs(meant.left - caret.left) + Math.abs(meant.width - caret.width) };
      });
      equal(mark.text, "disrupton", "the characters that are marked");
      if (mark.off > 1) problems.push(`the caret is ${mark.off} px off`);
      await shot(page, "error-light");
    },
  },
  {
    name: "axe finds nothing in what is laid over the page, in either color scheme, on a phone",
    async run({ address }) {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      for (const scheme of ["light", "dark"]) {
        // The policy would block the styles that the tool sets.
        const context = await reader(browser, { width: 390, height: 700, scheme, bypass: true });
        const page = await context.newPage();
        await page.goto(`${address}zh/notices/water/`);
        await until(page, panel, (all) => all.includes("COM-03"), "nothing is laid over the page");
        await until(page, (p) => p.evaluate(() => document.querySelector("linli-preview").hidden), (hidden) => !hidden, "it is not shown");
        await page.evaluate(axe);
        const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const found = await page.evaluate((rules) => window.axe.run("linli-preview", { runOnly: rules }), rules);
        // Axe cannot determine the background of fixed elements in a shadow tree.
        problems.push(...(await page.evaluate(faint)).map((text) => `${scheme}: ${text}`));
        problems.push(...found.violations.flatMap((v) => v.nodes.map((n) => `${scheme}: ${v.id} at ${n.target}`)));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        equal(wide, 0, "px that the page is too wide");
        await shot(page, `phone-${scheme}`);
        await context.close();
      }
    },
  },
  {
    name: "it folds, and speaks up again for another mistake",
    async run({ page }) {
      await page.keyboard.press("Escape");
      await until(page, panel, (all) => all === "", "the panel does not fold");
      await shot(page, "folded");
      await save(long.replace("type: disruption", "type: disrupted"));
      await until(page, panel, (all) => all.includes("disrupted"), "the new mistake is not told");
    },
  },
  {
    name: "what is mended is gone, and the page goes on",
    async run({ page }) {
      await save(long.replace("第 31 段", "又改过的第 31 段"));
      await sees(page, "又改过的第 31 段");
      await until(page, told, (all) => !all.includes("错误"), "the mistake is still laid over the page");
      // The translation is stale and its numbers differ: two warnings, which are folded.
      equal(await told(page), "2 个提醒", "what is left");
      equal(await panel(page), "", "the panel");
      equal((await place(page)).mark, "kept", "the page was loaded again");
    },
  },
  {
    name: "a style is changed without a reload and without a moment unstyled",
    async run({ page }) {
      const css = await page.evaluate(async () => (await fetch(document.querySelector("link[rel=stylesheet]").href)).text());
      await mkdir(at("themes/board/assets"), { recursive: true });
      await save(css + "\nh1 { color: rgb(1, 2, 3); }\n", "themes/board/assets/board.css");
      const color = (p) => p.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
      await until(page, color, (is) => is === "rgb(1, 2, 3)", "the style is the old one");
      equal((await place(page)).mark, "kept", "the page was loaded again");
      const sheets = await page.evaluate(() => document.querySelectorAll("link[rel=stylesheet]").length);
      equal(sheets, 1, "style sheets");
    },
  },
  {
    name: "a draft can be read, and is marked as one",
    async run({ page, address }) {
      if ((await told(page)).includes("草稿")) problems.push("a public page is marked as a draft");
      await save("---\ntitle: 还没写好\npublished: 2026-06-01\ntype: call\nstatus: draft\nnumber: 2026-777\n---\n正文\n", "content/notices/draft.md");
      const second = await page.context().newPage();
      const there = async () => (await second.goto(`${address}zh/notices/draft/`)).status();
      await until(second, there, (status) => status === 200, "the draft has no page");
      await until(second, told, (all) => all.includes("草稿"), "the draft is not marked");
      await shot(second, "draft");
      await second.close();
    },
  },
  {
    name: "pages come back when the preview does",
    async run(site) {
      const { page } = site;
      const port = new URL(site.address).port;
      await site.server.end();
      await until(page, told, (all) => all.includes("预览已停止"), "the end is not told");
      await save(long.replace("第 32 段", "停着时改的第 32 段"));
      site.server = await serve(port);
      await sees(page, "停着时改的第 32 段");
      await until(page, told, (all) => !all.includes("预览已停止"), "the end is still told");
    },
  },
  {
    name: "a site that begins with mistakes shows them, and itself when they are mended",
    async run(site) {
      const { page, take } = site;
      const port = new URL(site.address).port;
      await site.server.end();
      await save(long.replace("type: disruption", "type: disrupton"));
      site.server = await serve(port);
      take();
      await page.goto(`${site.address}zh/notices/water/`);
      await until(page, panel, (all) => all.includes("网页还没有做成"), "the mistakes are not shown");
      await shot(page, "nothing-yet");
      await save(long);
      await sees(page, "第 33 段");
      // The waiting page has status 503, which the console reports.
      take();
    },
  },
];

// ---- running them ----------------------------------------------------------------------------------------------------

let [passed, failed] = [0, 0];
const site = { server: null, page: null };
const browser = await launch();
try {
  await save(long);
  site.server = await serve();
  site.address = site.server.address;
  const context = await reader(browser, { width: 900, height: 700 });
  Object.assign(site, await open(context, new URL(site.address).origin));
  await site.page.goto(`${site.address}zh/notices/water/`, { waitUntil: "load" });
  await sees(site.page, "第 30 段");
  for (const check of CHECKS) {
    const from = performance.now();
    problems.length = 0;
    try {
      await check.run(site);
      // The server is stopped on purpose.
      const seen = site.take();
      const away = (text) => /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_ABORTED/.test(text);
      problems.push(...[...seen.console, ...seen.failed, ...seen.outside].filter((text) => !away(text)));
    } catch (error) {
      problems.push(String(error.message ?? error));
    }
    console.log(`${problems.length ? "not ok" : "ok"} - ${check.name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    for (const problem of problems) console.log(`    ${problem}`);
    if (problems.length) failed++;
    else passed++;
  }
} catch (error) {
  failed++;
  console.log(`not ok - the preview could not be tested: ${error.stack ?? error}`);
} finally {
  await browser.close();
  await site.server?.end();
  await rm(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
