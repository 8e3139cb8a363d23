"""Eleventy: the same pages. Needs the plugins named below in NODE_PATH."""
import json

from .common import CSS, strings

ELEVENTY_CONFIG = r"""const footnote = require("markdown-it-footnote");
const syntax = require("@11ty/eleventy-plugin-syntaxhighlight");
const site = require("./site.json");
const KINDS = site.kinds, PER = site.per_page;

// GitHub-like ids for h2/h3, unique in a page
function headingIds(md) {
  md.core.ruler.push("heading_ids", (state) => {
    const seen = new Map();
    const t = state.tokens;
    for (let i = 0; i < t.length; i++) {
      if (t[i].type !== "heading_open") continue;
      let id = t[i + 1].content.trim().toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, "").replace(/\s+/g, "-");
      const n = seen.get(id) || 0;
      seen.set(id, n + 1);
      if (n) id += "-" + n;
      t[i].attrSet("id", id);
    }
  });
}
function toc(html) {
  let out = "<nav><ul>", sub = false, open = false;
  for (const m of html.matchAll(/<h([23]) id="([^"]*)"[^>]*>(.*?)<\/h\1>/g)) {
    const li = `<a href="#${m[2]}">${m[3]}</a>`;
    if (m[1] === "2") {
      if (sub) { out += "</ul>"; sub = false; }
      if (open) out += "</li>";
      out += "<li>" + li; open = true;
    } else {
      if (!sub) { out += "<ul>"; sub = true; }
      out += "<li>" + li + "</li>";
    }
  }
  return out + (sub ? "</ul>" : "") + (open ? "</li>" : "") + "</ul></nav>";
}
function chunks(items, n) {
  const out = [];
  for (let i = 0; i < items.length; i += n) out.push(items.slice(i, i + n));
  return out.length ? out : [[]];
}
module.exports = function (cfg) {
  cfg.addPlugin(syntax);
  cfg.amendLibrary("md", (md) => md.use(footnote).use(headingIds));
  cfg.addFilter("toc", toc);
  cfg.addFilter("day", (d) => d.toISOString().slice(0, 10));
  cfg.addFilter("iso", (d) => d.toISOString());
  cfg.addFilter("home", (lang) => (lang === "zh" ? "/" : "/en/"));
  cfg.addFilter("other", (url, lang) => (lang === "zh" ? "/en" + url : url.replace(/^\/en/, "")));
  cfg.addPassthroughCopy({ static: "/" });
  cfg.addCollection("records", (api) => {
    const all = api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date);
    const group = new Map();
    for (const r of all) {
      const key = r.data.lang + "/" + r.data.kind;
      if (!group.has(key)) group.set(key, []);
      group.get(key).push(r);
    }
    for (const g of group.values())
      g.forEach((r, i) => {
        const n = (x) => (x ? { url: x.url, title: x.data.title } : null);
        r.data.newer = n(g[i - 1]);
        r.data.older = n(g[i + 1]);
      });
    return all;
  });
  const recs = (api, lang) => api.getFilteredByGlob(`content/${lang}/**/*.md`).sort((a, b) => b.date - a.date);
  cfg.addCollection("kindPages", (api) => {
    const out = [];
    for (const lang of ["zh", "en"]) for (const kind of KINDS) {
      const c = chunks(recs(api, lang).filter((r) => r.data.kind === kind), PER);
      const at = (i) => (lang === "zh" ? "" : "/en") + `/${kind}/` + (i ? `page/${i + 1}/` : "");
      c.forEach((items, i) => out.push({ lang, kind, items, n: i + 1, of: c.length, url: at(i),
        prev: i ? at(i - 1) : null, next: i + 1 < c.length ? at(i + 1) : null }));
    }
    return out;
  });
  const terms = (api) => {
    const out = [];
    for (const lang of ["zh", "en"]) for (const [tax, key] of [["tags", "topics"], ["categories", "areas"]]) {
      const m = new Map();
      for (const r of recs(api, lang)) for (const t of r.data[key]) {
        if (!m.has(t)) m.set(t, []);
        m.get(t).push(r);
      }
      for (const [term, items] of m)
        out.push({ lang, tax, term, items, url: (lang === "zh" ? "" : "/en") + `/${tax}/${term.replace(/\s+/g, "-")}/` });
    }
    return out;
  };
  cfg.addCollection("termPages", terms);
  cfg.addCollection("taxPages", (api) => {
    const t = terms(api), out = [];
    for (const lang of ["zh", "en"]) for (const tax of ["tags", "categories"])
      out.push({ lang, tax, terms: t.filter((x) => x.lang === lang && x.tax === tax), url: (lang === "zh" ? "" : "/en") + `/${tax}/` });
    return out;
  });
  cfg.addCollection("homePages", (api) =>
    ["zh", "en"].map((lang) => ({ lang, url: lang === "zh" ? "/" : "/en/",
      feed: recs(api, lang).slice(0, 20),
      sections: KINDS.map((kind) => ({ kind, items: recs(api, lang).filter((r) => r.data.kind === kind).slice(0, 5) })) })));
  return { dir: { input: ".", includes: "_includes", output: "_site" }, markdownTemplateEngine: false,
    htmlTemplateEngine: "njk", templateFormats: ["md", "njk"] };
};
"""

ELEVENTY_BASE = """<!DOCTYPE html>
<html lang="{{ L }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} | {{ ui[L].site }}</title>
<meta name="description" content="{{ description }}">
<link rel="canonical" href="{{ site.base }}{{ page.url }}">
<link rel="alternate" hreflang="{{ 'en' if L == 'zh' else 'zh' }}" href="{{ site.base }}{{ page.url | other(L) }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<a class="brand" href="{{ site.base }}{{ L | home }}">{{ ui[L].site }}</a>
<nav><ul>
{%- for k in site.kinds %}
<li><a href="{{ site.base }}{{ L | home }}{{ k }}/">{{ ui[L][k] }}</a></li>
{%- endfor %}
<li><a href="{{ site.base }}{{ L | home }}tags/">{{ ui[L].tags }}</a></li>
<li><a href="{{ site.base }}{{ L | home }}categories/">{{ ui[L].categories }}</a></li>
</ul></nav>
<a class="lang" href="{{ site.base }}{% if sw %}{{ page.url | other(L) }}{% else %}{{ ('en' if L == 'zh' else 'zh') | home }}{% endif %}">{{ ui[L].switch }}</a>
</header>
<main>
{% block main %}{% endblock %}
</main>
<footer><p>{{ ui[L].footer }}</p><p><a href="{{ site.base }}{{ L | home }}atom.xml">Atom</a></p></footer>
</body>
</html>
"""

ELEVENTY_RECORD = """{% set L = lang %}{% set sw = true %}{% extends "base.njk" %}
{% block main %}
<article>
<h1>{{ title }}</h1>
<p class="meta">{{ ui[L].date }} <time datetime="{{ page.date | iso }}">{{ page.date | day }}</time>
{{ ui[L].no }} {{ record_no }}
{% for c in areas %}<a class="cat" href="{{ site.base }}{{ L | home }}categories/{{ c | replace(' ', '-') }}/">{{ c }}</a>{% endfor %}</p>
<dl class="facts">{% for k, v in facts %}<dt>{{ k }}</dt><dd>{{ v }}</dd>{% endfor %}</dl>
<aside class="toc"><h2>{{ ui[L].toc }}</h2>{{ content | toc | safe }}</aside>
<div class="body">{{ content | safe }}</div>
<ul class="tags">{% for t in topics %}<li><a href="{{ site.base }}{{ L | home }}tags/{{ t | replace(' ', '-') }}/">{{ t }}</a></li>{% endfor %}</ul>
<nav class="pn">
{% if older %}<a rel="prev" href="{{ site.base }}{{ older.url }}">{{ ui[L].prev }}: {{ older.title }}</a>{% endif %}
{% if newer %}<a rel="next" href="{{ site.base }}{{ newer.url }}">{{ ui[L].next }}: {{ newer.title }}</a>{% endif %}
</nav>
</article>
{% endblock %}
"""

ELEVENTY_KIND = """---
pagination: {data: collections.kindPages, size: 1, alias: kp}
permalink: "{{ kp.url }}"
eleventyExcludeFromCollections: true
---
{% set L = kp.lang %}{% set sw = kp.n == 1 %}{% set title = ui[L][kp.kind] %}{% extends "base.njk" %}
{% block main %}
<h1>{{ title }}</h1>
<ul class="list">
{% for p in kp.items %}<li><time>{{ p.date | day }}</time> <a href="{{ site.base }}{{ p.url }}">{{ p.data.title }}</a><p>{{ p.data.description }}</p></li>
{% endfor %}</ul>
<nav class="pager">
{% if kp.prev %}<a href="{{ site.base }}{{ kp.prev }}">{{ ui[L].newer }}</a>{% endif %}
<span>{{ kp.n }} / {{ kp.of }} {{ ui[L].pageof }}</span>
{% if kp.next %}<a href="{{ site.base }}{{ kp.next }}">{{ ui[L].older }}</a>{% endif %}
</nav>
{% endblock %}
"""

ELEVENTY_TERM = """---
pagination: {data: collections.termPages, size: 1, alias: tp}
permalink: "{{ tp.url | safe }}"
eleventyExcludeFromCollections: true
---
{% set L = tp.lang %}{% set title = tp.term %}{% extends "base.njk" %}
{% block main %}
<h1>{{ title }}</h1>
<ul class="list">
{% for p in tp.items %}<li><time>{{ p.date | day }}</time> <a href="{{ site.base }}{{ p.url }}">{{ p.data.title }}</a></li>
{% endfor %}</ul>
{% endblock %}
"""

ELEVENTY_TAX = """---
pagination: {data: collections.taxPages, size: 1, alias: xp}
permalink: "{{ xp.url }}"
eleventyExcludeFromCollections: true
---
{% set L = xp.lang %}{% set sw = true %}{% set title = ui[L][xp.tax] %}{% extends "base.njk" %}
{% block main %}
<h1>{{ title }}</h1>
<ul class="terms">{% for t in xp.terms %}<li><a href="{{ site.base }}{{ t.url }}">{{ t.term }}</a> ({{ t.items.length }})</li>{% endfor %}</ul>
{% endblock %}
"""

ELEVENTY_HOME = """---
pagination: {data: collections.homePages, size: 1, alias: hp}
permalink: "{{ hp.url }}"
eleventyExcludeFromCollections: true
---
{% set L = hp.lang %}{% set sw = true %}{% set title = ui[L].site %}{% extends "base.njk" %}
{% block main %}
<h1>{{ title }}</h1>
{% for s in hp.sections %}
<section><h2><a href="{{ site.base }}{{ L | home }}{{ s.kind }}/">{{ ui[L][s.kind] }}</a></h2>
<ul class="list">
{% for p in s.items %}<li><time>{{ p.date | day }}</time> <a href="{{ site.base }}{{ p.url }}">{{ p.data.title }}</a><p>{{ p.data.description }}</p></li>
{% endfor %}</ul></section>
{% endfor %}
{% endblock %}
"""

ELEVENTY_FEED = """---
pagination: {data: collections.homePages, size: 1, alias: hp}
permalink: "{{ hp.url }}atom.xml"
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{ hp.lang }}"><title>{{ ui[hp.lang].site }}</title><id>{{ site.base }}{{ hp.url }}atom.xml</id>
{% for p in hp.feed %}<entry><title>{{ p.data.title }}</title><link href="{{ site.base }}{{ p.url }}"/><id>{{ site.base }}{{ p.url }}</id>
<updated>{{ p.date | iso }}</updated><summary>{{ p.data.description }}</summary></entry>
{% endfor %}</feed>
"""

ELEVENTY_SITEMAP = """---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for p in collections.records %}<url><loc>{{ site.base }}{{ p.url }}</loc><lastmod>{{ p.date | iso }}</lastmod></url>
{% endfor %}{% for p in collections.kindPages %}<url><loc>{{ site.base }}{{ p.url }}</loc></url>
{% endfor %}{% for p in collections.termPages %}<url><loc>{{ site.base }}{{ p.url | urlencode }}</loc></url>
{% endfor %}</urlset>
"""


def files(ui, kinds, base, per_page, paginate_terms):
    if paginate_terms:
        raise SystemExit("--paginate-terms is written for hugo and zola only")
    both = {lang: strings(ui, lang) for lang in ("zh", "en")}
    site = json.dumps({"base": base, "kinds": kinds, "per_page": per_page})
    return {
        ".eleventy.js": ELEVENTY_CONFIG, "site.json": site,
        "_data/site.json": site, "_data/ui.json": json.dumps(both, ensure_ascii=False),
        "content/content.json": json.dumps({"layout": "record.njk", "dynamicPermalink": False}),
        "_includes/base.njk": ELEVENTY_BASE, "_includes/record.njk": ELEVENTY_RECORD,
        "pages/kind.njk": ELEVENTY_KIND, "pages/term.njk": ELEVENTY_TERM, "pages/tax.njk": ELEVENTY_TAX,
        "pages/home.njk": ELEVENTY_HOME, "pages/feed.njk": ELEVENTY_FEED,
        "pages/sitemap.njk": ELEVENTY_SITEMAP, "static/style.css": CSS,
        "package.json": '{"name": "bench", "private": true, "type": "commonjs"}\n',
    }
