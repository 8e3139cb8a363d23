// The browser tests: `node run.mjs SITE [--portable SITE] [--sheets FOLDER] [--today DAY] [--only WORD] [--list]`.
// In: a finished site (and the same site built with --portable, and sheets printed to one page each), and the day they were built for.
// Out: one line per check with its failures, and a summary; exit 1 if any check failed. Always: the site is served on loopback, at the
// path of its own address; in a site built for a sub-path an absolute link fails.

import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch, liveOn } from "./lib/browser.mjs";
import { serve } from "./lib/serve.mjs";
import { survey } from "./lib/survey.mjs";
import { checks as reading } from "./checks/reading.mjs";
import { checks as links } from "./checks/links.mjs";
import { checks as languages } from "./checks/languages.mjs";
import { checks as access } from "./checks/access.mjs";
import { checks as paper } from "./checks/paper.mjs";
import { checks as machines } from "./checks/machines.mjs";
import { checks as sharing } from "./checks/sharing.mjs";
import { checks as markup } from "./checks/markup.mjs";
import { checks as portable } from "./checks/portable.mjs";
import { checks as charts } from "./checks/charts.mjs";
import { checks as weight } from "./checks/weight.mjs";
import { checks as modes } from "./checks/modes.mjs";
import { checks as searching } from "./checks/searching.mjs";
import { checks as oldPhones } from "./checks/old-phones.mjs";
import { checks as lighthouse } from "./checks/lighthouse.mjs";

const CHECKS = [
  ...reading, ...links, ...languages, ...access, ...paper, ...sharing, ...machines, ...charts, ...markup, ...portable,
  ...weight, ...modes, ...searching, ...oldPhones, ...lighthouse,
];
const SHOWN = 25;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { portable: { type: "string" }, sheets: { type: "string" }, today: { type: "string" }, only: { type: "string" }, list: { type: "boolean" } },
});

if (values.list) {
  for (const check of CHECKS) console.log(check.name);
  process.exit(0);
}
if (positionals.length !== 1) {
  console.error("usage: node run.mjs SITE [--portable SITE] [--sheets FOLDER] [--today DAY] [--only WORD] [--list]");
  process.exit(2);
}
const folder = path.resolve(positionals[0]);
if (!(await stat(path.join(folder, "index.html")).catch(() => null))) {
  console.error(`${positionals[0]} is not a finished site: it has no index.html`);
  process.exit(2);
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
if (values.today) liveOn(values.today);
const server = await serve(folder);
const browser = await launch();
let [passed, failed, skipped] = [0, 0, 0];
try {
  const start = performance.now();
  const { pages, files } = await survey(browser, server, folder);
  console.log(`# ${pages.size} pages surveyed in ${seconds(start)}`);
  const [portable, sheets] = [values.portable, values.sheets].map((given) => given && path.resolve(given));
  const site = { folder, portable, sheets, server, browser, pages, files };
  for (const check of CHECKS.filter((c) => !values.only || values.only.split(",").some((word) => c.name.includes(word)))) {
    const from = performance.now();
    let problems;
    let note = "";
    try {
      const result = await check.run(site);
      problems = Array.isArray(result) ? result : result.problems;
      note = Array.isArray(result) ? "" : result.note ?? "";
      if (result.skipped) {
        skipped++;
        console.log(`skip - ${check.name}: ${result.skipped}`);
        continue;
      }
    } catch (error) {
      problems = [`the check itself broke: ${error.stack ?? error}`];
    }
    const unique = [...new Set(problems)];
    console.log(`${unique.length ? "not ok" : "ok"} - ${check.name} (${note ? note + ", " : ""}${seconds(from)})`);
    for (const problem of unique.slice(0, SHOWN)) console.log(`    ${problem}`);
    if (unique.length > SHOWN) console.log(`    … and ${unique.length - SHOWN} more`);
    if (unique.length) failed++;
    else passed++;
  }
} catch (error) {
  failed++;
  console.log(`not ok - the tests could not be run: ${error.stack ?? error}`);
} finally {
  await browser.close();
  server.close();
}
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed ? 1 : 0);
