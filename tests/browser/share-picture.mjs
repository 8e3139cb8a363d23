// Draws the theme's picture for link previews: `node share-picture.mjs [OUT.png]`. Needed only when the design changes.
// Out: themes/board/assets/share.png, 1200 × 630. Always: no words, since one picture serves every community and language;
// the colors are those of board.css; a site puts its own file at the same path.

import path from "node:path";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { launch, reader } from "./lib/browser.mjs";

const [W, H] = [1200, 630];
const C = { wall: "#e9ecea", band: "#0b4a4f", ink: "#17211e", paper: "#ffffff", hair: "#d5dbd7", edge: "#68736e", bar: "#b8602a", seal: "#a01818" };

const rect = (x, y, w, h, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
/** `n` lines of text, the last one short. */
const lines = (x, y, w, n, step = 26) =>
  Array.from({ length: n }, (_, i) => rect(x, y + i * step, i === n - 1 ? Math.round(w * 0.55) : w, 8, C.hair)).join("");
/** A sheet on the board: paper with a black rule above the heading. */
const sheet = (x, y, w, h, inside) => rect(x, y, w, h, C.paper) + rect(x, y, w, 8, C.ink) + inside;

const picture = [
  rect(0, 0, W, H, C.wall),
  // The board: a frame, with a teal head and two roofs.
  rect(90, 60, 1020, 510, C.edge),
  rect(98, 68, 1004, 494, "#f4f7f5"),
  rect(98, 68, 1004, 96, C.band),
  `<path d="M150 136v-26l26-22 26 22v26h-16v-18h-20v18zM210 136v-26l26-22 26 22v26h-16v-18h-20v18z" fill="#fff"/>`,
  rect(290, 104, 330, 12, "#ffffff"),
  rect(290, 128, 190, 8, "#9fc3c2"),
  // A notice with a seal.
  sheet(138, 204, 292, 318, rect(162, 236, 200, 16, C.ink) + lines(162, 276, 244, 6) +
    `<rect x="330" y="420" width="72" height="72" rx="4" fill="none" stroke="${C.seal}" stroke-width="7"/>` +
    `<path d="M342 478v-28l11-12 11 12v28zM369 478v-28l11-12 11 12v28z" fill="${C.seal}"/>` + lines(162, 452, 140, 2)),
  // Accounts: two bars per quarter on a line.
  sheet(454, 204, 292, 318, rect(478, 236, 150, 16, C.ink) +
    [[96, 60], [120, 84], [88, 110], [140, 92]].map(([a, b], i) => rect(482 + i * 62, 430 - a, 22, a, C.band) + rect(506 + i * 62, 430 - b, 22, b, C.bar)).join("") +
    rect(478, 430, 244, 4, C.ink) + lines(478, 456, 244, 2)),
  // A meeting: the count of votes.
  sheet(770, 204, 292, 318, rect(794, 236, 176, 16, C.ink) +
    [200, 46, 22].map((w, i) => lines(794, 276 + i * 54, 90, 1) + rect(794, 294 + i * 54, 244, 16, C.hair) + rect(794, 294 + i * 54, w, 16, i ? C.edge : C.band)).join("") +
    lines(794, 446, 244, 3)),
];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}" shape-rendering="geometricPrecision">${picture.join("")}</svg>`;

const out = process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), "../../themes/board/assets/share.png");
const browser = await launch();
try {
  const page = await (await reader(browser, { width: W, height: H })).newPage();
  await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${svg}`);
  const png = PNG.sync.read(await page.screenshot());
  // Without transparency it is a third smaller.
  const bytes = PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9 });
  await writeFile(out, bytes);
  console.log(`${out}: ${bytes.length} bytes`);
} finally {
  await browser.close();
}
