// The browser: the system's Chromium, driven through playwright-core, without a network of its own.
// In: the settings of a reader (width, colors, scripts, policy). Out: pages that record their errors.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

// The system's font, and with it every width, differs between machines, so the checks bring a font of their own.
process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL("../fonts.conf", import.meta.url));

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The path of the browser. */
export function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Try the next name.
    }
  }
  throw new Error("no Chromium found: install it, or name it in CHROMIUM");
}

/** The arguments of the browser. */
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

/** The reader's day, `YYYY-MM-DD`: that of the site, since on a later day expired content would be hidden; without one the machine's. */
let day = null;
export const liveOn = (date) => (day = date);

/** A reader: `width`, `height`, `scheme`, `scripts`, `bypass` (of the policy, for tools that the checks inject). */
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

/** Opens a page that records its console and its requests. */
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
  // Opening the next page cancels requests of the one before, which is no error.
  const cut = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
  page.on("requestfailed", (request) => cut(request) || seen.failed.push(`${request.failure()?.errorText ?? "failed"} ${request.url()}`));
  const take = () => {
    const now = { console: [...seen.console], outside: [...seen.outside], failed: [...seen.failed] };
    for (const list of Object.values(seen)) list.length = 0;
    return now;
  };
  return { page, take };
}

/** Processes items, a few at a time, and keeps their order. */
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
