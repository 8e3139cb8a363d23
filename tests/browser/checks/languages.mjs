// Languages: the switch leads to the same record, alternates are mutual, and text in another language is marked.

import { baseUrl, lands } from "./links.mjs";

const real = (site) => [...site.pages.values()].filter((p) => !p.missing);
const name = (page) => "/" + page.address;
const relative = (site, url) => decodeURI(url.slice(site.server.base.length).split(/[?#]/)[0]);

export const checks = [
  {
    name: "the language switch leads to the same page in the other language, and back",
    run(site) {
      let switches = 0;
      const problems = real(site).flatMap((p) =>
        p.anchors
          .filter((a) => a.switch && a.hreflang)
          .flatMap((a) => {
            switches++;
            const target = relative(site, a.url).replace(/(^|\/)index\.html$/, "$1");
            const other = site.pages.get(target);
            if (!other || other.missing) return [`${name(p)}: ${a.written} leads nowhere`];
            const rest = (address) => address.split("/").slice(1).join("/");
            const wrong = [];
            if (other.lang !== a.hreflang) wrong.push(`${name(p)}: ${a.written} promises ${a.hreflang} and is ${other.lang}`);
            if (rest(p.address) !== rest(target)) wrong.push(`${name(p)}: ${a.written} is another page`);
            const back = other.anchors.some((b) => b.switch && relative(site, b.url).replace(/(^|\/)index\.html$/, "$1") === p.address);
            if (!back) wrong.push(`/${target} has no way back to ${name(p)}`);
            return wrong;
          }),
      );
      if (switches === 0) problems.push("no page has a language switch");
      return { problems, note: `${switches} switches` };
    },
  },
  {
    name: "every page below a language has its counterpart in the others",
    run(site) {
      const languages = [...new Set((site.pages.get("")?.anchors ?? []).map((a) => relative(site, a.url ?? "")).filter((t) => /^[a-z-]+\/$/i.test(t)))];
      const problems = languages.length ? [] : ["the front page leads to no language"];
      for (const p of real(site)) {
        const own = languages.find((l) => p.address.startsWith(l));
        if (!own || /alias/.test(p.kind)) continue;
        for (const other of languages) {
          const twin = other + p.address.slice(own.length);
          if (!site.pages.get(twin) || site.pages.get(twin).missing) problems.push(`${name(p)} has no counterpart /${twin}`);
        }
      }
      return problems;
    },
  },
  {
    name: "hreflang pairs are mutual, land, and name only indexed pages",
    async run(site) {
      const base = await baseUrl(site);
      if (!base) return ["neither the front page nor the sitemap tells the address of the site"];
      const problems = [];
      let pairs = 0;
      const at = (url) => (url.startsWith(base) ? site.pages.get(decodeURI(url.slice(base.length))) : undefined);
      for (const p of real(site)) {
        if (p.alternates.length && p.noindex) problems.push(`${name(p)}: is not indexed, yet names alternates`);
        for (const a of p.alternates) {
          pairs++;
          const other = at(a.url);
          if (!other || other.missing) {
            problems.push(`${name(p)}: ${a.tag} ${a.url} does not land`);
            continue;
          }
          if (other.noindex) problems.push(`${name(p)}: ${a.url} is a fallback, not a translation`);
          if (a.tag !== "x-default" && other.lang !== a.tag) problems.push(`${name(p)}: ${a.url} is ${other.lang}, not ${a.tag}`);
          const back = a.tag === "x-default" || other.alternates.some((b) => at(b.url) === p);
          if (!back) problems.push(`/${other.address} does not name ${name(p)}`);
        }
        if (p.alternates.length && !p.alternates.some((a) => at(a.url) === p)) problems.push(`${name(p)} does not name itself`);
      }
      return { problems, note: `${pairs} named` };
    },
  },
  {
    name: "every canonical address lands",
    async run(site) {
      const base = await baseUrl(site);
      return real(site).flatMap((p) => {
        if (!p.canonical) return p.noindex || p.address === "404.html" ? [] : [`${name(p)}: no canonical address`];
        if (!base || !p.canonical.startsWith(base)) return [`${name(p)}: ${p.canonical} is not of this site`];
        const wrong = lands(site, p.canonical.slice(base.length));
        if (wrong) return [`${name(p)}: ${p.canonical} ${wrong}`];
        const own = p.canonical === base + p.address;
        return own || p.noindex || /alias|sheet/.test(p.kind) ? [] : [`${name(p)}: points elsewhere (${p.canonical}) but may be indexed`];
      });
    },
  },
  {
    name: "text in another language carries its lang",
    run: (site) => real(site).flatMap((p) => p.unmarked.map((what) => `${name(p)}: ${what}`)),
  },
];
