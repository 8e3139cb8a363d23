// Old phones: styles and scripts use nothing that the oldest supported browsers lack (Chromium 70, iOS 12).

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import stylelint from "stylelint";

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** Properties that the oldest browsers may ignore: they are decoration, or follow a value that these browsers support. */
const ADORNMENT = [
  // Dark and forced colors are optional.
  "prefers-color-scheme",
  "forced-colors",
  // Each follows a rule with plain :focus.
  "css-focus-visible",
  // Partly supported; the part in use is.
  "multicolumn",
  "css-sticky",
  "css-logical-props",
  "css-appearance",
  "text-size-adjust",
  "css-page-break",
  "css-text-align-last",
  "css-line-break",
  "css-overflow-anywhere",
  "css3-cursors",
  "text-decoration",
  // A thinner scroll bar; without it the bar has its usual width.
  "css-scrollbar",
  // On paper the browser's own margins are good enough.
  "css-paged-media",
];

export const checks = [
  {
    name: "styles use nothing that Chromium 70 and iOS 12 lack",
    async run(site) {
      const files = site.files.filter((f) => f.startsWith("assets/") && f.endsWith(".css")).map((f) => path.join(site.folder, f));
      const config = {
        plugins: ["stylelint-no-unsupported-browser-features"],
        rules: { "plugin/no-unsupported-browser-features": [true, { browsers: ["chrome >= 70", "ios_saf >= 12"], ignore: ADORNMENT, ignorePartialSupport: true }] },
      };
      const { results } = await stylelint.lint({ files, config, configBasedir: import.meta.dirname });
      return results.flatMap((r) => [...r.warnings, ...r.parseErrors].map((w) => `${path.basename(r.source)}:${w.line}:${w.column}: ${w.text}`));
    },
  },
  {
    name: "scripts and segments of the search are ES2015",
    async run(site) {
      const files = site.files.filter((f) => f.endsWith(".js")).map((f) => path.join(site.folder, f));
      const program = path.join(path.dirname(require.resolve("es-check")), "cli/index.js");
      const problems = [];
      // The length of a command line is limited.
      for (let at = 0; at < files.length; at += 500) {
        await run(process.execPath, [program, "es2015", ...files.slice(at, at + 500)]).catch((error) => problems.push(`${error.stdout}${error.stderr}`.slice(0, 2000)));
      }
      return { problems, note: `${files.length} files` };
    },
  },
];
