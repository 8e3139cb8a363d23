// Valid markup: two validators read every page of the site.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);

/** The recommended rules, less matters of taste. */
const HTML_VALIDATE = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // HTML prefers neither.
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Ids of items may be dates, ids of headings may be Chinese: HTML forbids only spaces.
    "valid-id": ["error", { relaxed: true }],
    // The theme prevents breaks by style, so that a copied number has plain hyphens.
    "tel-non-breaking": ["error", { ignoreClasses: ["tel"] }],
    // A table that scrolls sideways is a focusable region; a section would need a heading.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Templates leave trailing spaces, which have no effect.
    "no-trailing-whitespace": "off",
    // The length of titles is the author's choice.
    "long-title": "off",
  },
};

/** The nu checker, over a folder; what it writes is on stderr. */
function nu(folder) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  return new Promise((done, fail) => {
    execFile("java", ["-Xss4m", "-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always", folder], { maxBuffer: 1 << 28 }, (error, _, stderr) => {
      if (error) return fail(error);
      try {
        done(JSON.parse(stderr.slice(stderr.indexOf("{"))).messages);
      } catch {
        fail(new Error(`the nu checker said: ${stderr.slice(0, 500)}`));
      }
    });
  });
}

const short = (site, url) => path.relative(site.folder, decodeURI(url.replace(/^file:(\/\/)?/, "")));

export const checks = [
  {
    name: "the nu checker finds no errors",
    async run(site) {
      const messages = await nu(site.folder);
      const errors = messages.filter((m) => m.type === "error" || m.type === "non-document-error");
      return {
        problems: errors.map((m) => `${short(site, m.url ?? "")}:${m.lastLine ?? 0}:${m.firstColumn ?? m.lastColumn ?? 0}: ${m.message}`),
        note: `${messages.length - errors.length} remarks`,
      };
    },
  },
  {
    name: "html-validate finds no errors",
    async run(site) {
      const validator = new HtmlValidate(new FileSystemConfigLoader(HTML_VALIDATE));
      const problems = [];
      for (const file of site.files.filter((f) => f.endsWith(".html"))) {
        const report = await validator.validateString(await readFile(path.join(site.folder, file), "utf8"), file);
        for (const result of report.results) {
          for (const m of result.messages.filter((m) => m.severity === 2)) problems.push(`${file}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`);
        }
      }
      return problems;
    },
  },
];
