"""Hexo: the same pages. Needs its plugins in `node_modules` of the site."""
import json

from .common import CSS, strings

HEXO_SCRIPT = r"""const KINDS = @KINDS@, PER = @PER@, UI = @UI@, BASE = "@BASE@";
const home = (l) => (l === "zh" ? "/" : "/en/");
hexo.extend.helper.register("ui", (l, k) => UI[l][k]);
hexo.extend.helper.register("home", (l) => BASE + home(l));
const bare = (p) => p.replace(/^\//, "");
hexo.extend.helper.register("abs", (p) => BASE + "/" + bare(p));
hexo.extend.helper.register("kinds", () => KINDS);
hexo.extend.helper.register("other", (l) => (l === "zh" ? "en" : "zh"));
hexo.extend.helper.register("swap", (l, p) => BASE + "/" + (l === "zh" ? "en/" + bare(p) : bare(p).replace(/^en\//, "")));
const term = (t) => t.replace(/\s+/g, "-");
hexo.extend.helper.register("termurl", (l, x, t) => BASE + home(l) + x + "/" + term(t) + "/");
let near = new Map();
hexo.extend.helper.register("near", (p) => near.get(p) || {});
hexo.extend.generator.register("portal", function (locals) {
  const out = [], all = locals.posts.sort("-date").toArray();
  near = new Map();
  let map = "";
  for (const lang of ["zh", "en"]) {
    const mine = all.filter((p) => p.lang === lang), root = home(lang).slice(1);
    for (const kind of KINDS) {
      const g = mine.filter((p) => p.kind === kind);
      const n = (x) => (x ? { path: x.path, title: x.title } : null);
      g.forEach((p, i) => near.set(p.path, { newer: n(g[i - 1]), older: n(g[i + 1]) }));
      const of = Math.max(1, Math.ceil(g.length / PER));
      const at = (i) => root + kind + "/" + (i ? `page/${i + 1}/` : "");
      for (let i = 0; i < of; i++)
        out.push({ path: at(i) + "index.html", layout: "kind", data: { lang, kind, items: g.slice(i * PER, i * PER + PER),
          n: i + 1, of, prev: i ? at(i - 1) : null, next: i + 1 < of ? at(i + 1) : null, title: UI[lang][kind] } });
    }
    for (const tax of ["tags", "categories"]) {
      const m = new Map();
      for (const p of mine) p[tax].forEach((t) => {
        if (!m.has(t.name)) m.set(t.name, []);
        m.get(t.name).push(p);
      });
      for (const [t, items] of m) {
        const path = root + tax + "/" + term(t) + "/";
        out.push({ path: path + "index.html", layout: "term", data: { lang, tax, title: t, items } });
        map += `<url><loc>${BASE}/${encodeURI(path)}</loc></url>\n`;
      }
      out.push({ path: root + tax + "/index.html", layout: "tax", data: { lang, tax, title: UI[lang][tax],
        terms: [...m].map(([t, items]) => ({ t, n: items.length })) } });
    }
    out.push({ path: root + "index.html", layout: "home", data: { lang, title: UI[lang].site,
      sections: KINDS.map((kind) => ({ kind, items: mine.filter((p) => p.kind === kind).slice(0, 5) })) } });
    out.push({ path: root + "atom.xml", data: `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><title>${UI[lang].site}</title>` +
      mine.slice(0, 20).map((p) => `<entry><title>${p.title}</title><link href="${BASE}/${bare(p.path)}"/><id>${BASE}/${bare(p.path)}</id><updated>${p.date.toISOString()}</updated><summary>${p.description}</summary></entry>`).join("\n") + "</feed>\n" });
    for (const p of mine) map += `<url><loc>${BASE}/${bare(p.path)}</loc><lastmod>${p.date.toISOString()}</lastmod></url>\n`;
  }
  out.push({ path: "sitemap.xml", data: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${map}</urlset>\n` });
  return out;
});
"""

HEXO_LAYOUT = """<% const L = page.lang %><!DOCTYPE html>
<html lang="<%= L %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><%= page.title %> | <%= ui(L, "site") %></title>
<meta name="description" content="<%= page.description || "" %>">
<link rel="canonical" href="<%= abs(page.path) %>">
<% if (page.kind && !page.items) { %><link rel="alternate" hreflang="<%= other(L) %>" href="<%= swap(L, page.path) %>"><% } %>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<a class="brand" href="<%= home(L) %>"><%= ui(L, "site") %></a>
<nav><ul>
<% for (const k of kinds()) { %><li><a href="<%= home(L) + k %>/"><%= ui(L, k) %></a></li>
<% } %><li><a href="<%= home(L) %>tags/"><%= ui(L, "tags") %></a></li>
<li><a href="<%= home(L) %>categories/"><%= ui(L, "categories") %></a></li>
</ul></nav>
<a class="lang" href="<%= page.kind && !page.items ? swap(L, page.path) : home(other(L)) %>"><%= ui(L, "switch") %></a>
</header>
<main>
<%- body %>
</main>
<footer><p><%= ui(L, "footer") %></p><p><a href="<%= home(L) %>atom.xml">Atom</a></p></footer>
</body>
</html>
"""

HEXO_POST = """<% const L = page.lang, nb = near(page.path) %><article>
<h1><%= page.title %></h1>
<p class="meta"><%= ui(L, "date") %> <time datetime="<%= page.date.toISOString() %>"><%= page.date.format("YYYY-MM-DD") %></time>
<%= ui(L, "no") %> <%= page.record_no %>
<% page.categories.forEach((c) => { %><a class="cat" href="<%= termurl(L, "categories", c.name) %>"><%= c.name %></a><% }) %></p>
<dl class="facts"><% for (const k of Object.keys(page.facts)) { %><dt><%= k %></dt><dd><%= page.facts[k] %></dd><% } %></dl>
<aside class="toc"><h2><%= ui(L, "toc") %></h2><%- toc(page.content, {min_depth: 2, max_depth: 3, list_number: false}) %></aside>
<div class="body"><%- page.content %></div>
<ul class="tags"><% page.tags.forEach((t) => { %><li><a href="<%= termurl(L, "tags", t.name) %>"><%= t.name %></a></li><% }) %></ul>
<nav class="pn">
<% if (nb.older) { %><a rel="prev" href="<%= abs(nb.older.path) %>"><%= ui(L, "prev") %>: <%= nb.older.title %></a><% } %>
<% if (nb.newer) { %><a rel="next" href="<%= abs(nb.newer.path) %>"><%= ui(L, "next") %>: <%= nb.newer.title %></a><% } %>
</nav>
</article>
"""

HEXO_ITEMS = """<ul class="list">
<% @LIST@.forEach((p) => { %><li><time><%= p.date.format("YYYY-MM-DD") %></time> <a href="<%= abs(p.path) %>"><%= p.title %></a>@DESC@</li>
<% }) %></ul>
"""

HEXO_DESC = "<p><%= p.description %></p>"

HEXO_KIND = """<% const L = page.lang %><h1><%= page.title %></h1>
""" + HEXO_ITEMS.replace("@LIST@", "page.items").replace("@DESC@", HEXO_DESC) + """<nav class="pager">
<% if (page.prev) { %><a href="<%= abs(page.prev) %>"><%= ui(L, "newer") %></a><% } %>
<span><%= page.n %> / <%= page.of %> <%= ui(L, "pageof") %></span>
<% if (page.next) { %><a href="<%= abs(page.next) %>"><%= ui(L, "older") %></a><% } %>
</nav>
"""

HEXO_TERM = "<h1><%= page.title %></h1>\n" + HEXO_ITEMS.replace("@LIST@", "page.items").replace("@DESC@", "")

HEXO_TAX = """<% const L = page.lang %><h1><%= page.title %></h1>
<ul class="terms"><% page.terms.forEach((t) => { %><li><a href="<%= termurl(L, page.tax, t.t) %>"><%= t.t %></a> (<%= t.n %>)</li><% }) %></ul>
"""

HEXO_HOME = """<% const L = page.lang %><h1><%= page.title %></h1>
<% page.sections.forEach((s) => { %><section><h2><a href="<%= home(L) + s.kind %>/"><%= ui(L, s.kind) %></a></h2>
""" + HEXO_ITEMS.replace("@LIST@", "s.items").replace("@DESC@", HEXO_DESC) + """</section>
<% }) %>
"""


def files(ui, kinds, base, per_page, paginate_terms):
    if paginate_terms:
        raise SystemExit("--paginate-terms is written for hugo and zola only")
    both = json.dumps({lang: strings(ui, lang) for lang in ("zh", "en")}, ensure_ascii=False)
    cfg = """title: Portal
url: %s
root: /
permalink: :title/
source_dir: source
public_dir: public
theme: bench
syntax_highlighter: highlight.js
highlight:
  line_number: false
  auto_detect: false
  wrap: false
  hljs: true
external_link:
  enable: false
post_asset_folder: false
""" % base
    t = "themes/bench/layout/"
    return {
        "_config.yml": cfg, t + "layout.ejs": HEXO_LAYOUT, t + "post.ejs": HEXO_POST, t + "kind.ejs": HEXO_KIND,
        t + "term.ejs": HEXO_TERM, t + "tax.ejs": HEXO_TAX, t + "home.ejs": HEXO_HOME, t + "index.ejs": HEXO_HOME,
        "themes/bench/source/style.css": CSS, "source/.keep": "",
        "scripts/portal.js": HEXO_SCRIPT.replace("@KINDS@", json.dumps(kinds)).replace("@PER@", str(per_page))
        .replace("@UI@", both).replace("@BASE@", base),
        # Hexo loads plugins named here from the site's own node_modules
        "package.json": json.dumps({"name": "bench", "private": True, "hexo": {"version": ""},
                                    "dependencies": {"hexo": "*", "hexo-renderer-marked": "*", "hexo-renderer-ejs": "*", "hexo-server": "*"}}),
    }
