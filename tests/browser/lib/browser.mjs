// The browser: the system's Chromium, driven through playwright-core, without a network of its own.
// In: how the reader is set up (width, colors, scripts, policy). Out: pages that record what went wrong on them.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

// Which font stands for "the system's" differs from machine to machine, and with it every width: the checks have one of their own.
process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL("../fonts.conf", import.meta.url));

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Where the browser is. */
export function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // The next name.
    }
  }
  throw new Error("no Chromium found: install it, or name it in CHROMIUM");
}

/** How it is started, by whomever. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-proxy-server",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `text` is the size of text that the reader has set in the browser, in px. */
export async function launch({ text = 16 } = {}) {
  return chromium.launch({
    executablePath: executable(),
    args: [...FLAGS, `--blink-settings=defaultFontSize=${text}`],
  });
}

/** The day that readers live on, `YYYY-MM-DD`: that of the site, or what ran out since would be put away. The machine's if there is none. */
let day = null;
export const liveOn = (date) => (day = date);

/** A reader: `width`, `height`, `scheme`, `scripts`, `bypass` (of the policy, for tools that we bring in). */
export async function reader(browser, { width = 390, height = 844, scheme = "light", scripts = true, bypass = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    bypassCSP: bypass,
    reducedMotion: "reduce",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    serviceWorkers: "block",
  });
  if (day && scripts) await context.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));
  return context;
}

/** Opens a page that remembers what its console said and what it asked for. */
export async function open(context, origin) {
  const page = await context.newPage();
  const seen = { console: [], outside: [], failed: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.console.push(message.text());
  });
  page.on("pageerror", (error) => seen.console.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    const inside = url.startsWith(origin) || url.startsWith("data:") || url.startsWith("blob:");
    if (!inside) seen.outside.push(url);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) seen.failed.push(`${response.status()} ${response.url()}`);
  });
  // What the page before still asked for is cut off when the next is opened: that is no failure of a page.
  const cut = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
  page.on("requestfailed", (request) => cut(request) || seen.failed.push(`${request.failure()?.errorText ?? "failed"} ${request.url()}`));
  const take = () => {
    const now = { console: [...seen.console], outside: [...seen.outside], failed: [...seen.failed] };
    for (const list of Object.values(seen)) list.length = 0;
    return now;
  };
  return { page, take };
}

/** Works through items, a few at a time, and keeps their order. */
export async function pool(items, size, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async (lane) => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at], lane);
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, (_, lane) => worker(lane)));
  return results;
}
