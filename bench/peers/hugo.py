"""Hugo: configuration and templates for the pages that all generators make."""
import json

from .common import CSS, strings

HUGO_BASE = """<!DOCTYPE html>
<html lang="{{ .Site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ i18n "site" }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<a class="brand" href="{{ .Site.Home.Permalink }}">{{ i18n "site" }}</a>
<nav><ul>
{{- range .Site.Params.kinds }}
<li><a href="{{ printf "%s%s/" site.Home.Permalink . }}">{{ i18n . }}</a></li>
{{- end }}
<li><a href="{{ .Site.Home.Permalink }}tags/">{{ i18n "tags" }}</a></li>
<li><a href="{{ .Site.Home.Permalink }}categories/">{{ i18n "categories" }}</a></li>
</ul></nav>
{{ range .Translations }}<a class="lang" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ i18n "switch" }}</a>
{{ else }}<a class="lang" href="{{ i18n "other_home" }}">{{ i18n "switch" }}</a>{{ end }}
</header>
<main>
{{ block "main" . }}{{ end }}
</main>
<footer><p>{{ i18n "footer" }}</p><p><a href="{{ .Site.Home.Permalink }}{{ .Site.Params.feed }}">RSS</a></p></footer>
</body>
</html>
"""

HUGO_PAGE = """{{ define "main" }}
<article>
<h1>{{ .Title }}</h1>
<p class="meta">{{ i18n "date" }} <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006-01-02" }}</time>
{{ i18n "no" }} {{ .Params.record_no }}
{{ range .GetTerms "categories" }}<a class="cat" href="{{ .Permalink }}">{{ .LinkTitle }}</a>{{ end }}</p>
<dl class="facts">{{ range $k, $v := .Params.facts }}<dt>{{ $k }}</dt><dd>{{ $v }}</dd>{{ end }}</dl>
<aside class="toc"><h2>{{ i18n "toc" }}</h2>{{ .TableOfContents }}</aside>
<div class="body">{{ .Content }}</div>
<ul class="tags">{{ range .GetTerms "tags" }}<li><a href="{{ .Permalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
<nav class="pn">
{{ with .NextInSection }}<a rel="prev" href="{{ .Permalink }}">{{ i18n "prev" }}: {{ .Title }}</a>{{ end }}
{{ with .PrevInSection }}<a rel="next" href="{{ .Permalink }}">{{ i18n "next" }}: {{ .Title }}</a>{{ end }}
</nav>
</article>
{{ end }}
"""

HUGO_SECTION = """{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ $p := .Paginate .Pages }}
<ul class="list">
{{ range $p.Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .Permalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>
{{ end }}</ul>
<nav class="pager">
{{ if $p.HasPrev }}<a href="{{ $p.Prev.URL }}">{{ i18n "newer" }}</a>{{ end }}
<span>{{ $p.PageNumber }} / {{ $p.TotalPages }} {{ i18n "pageof" }}</span>
{{ if $p.HasNext }}<a href="{{ $p.Next.URL }}">{{ i18n "older" }}</a>{{ end }}
</nav>
{{ end }}
"""

HUGO_TERM = """{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul class="list">
{{ range .Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .Permalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
{{ end }}
"""

HUGO_TAXONOMY = """{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul class="terms">{{ range .Data.Terms.ByCount }}<li><a href="{{ .Page.Permalink }}">{{ .Page.LinkTitle }}</a> ({{ .Count }})</li>{{ end }}</ul>
{{ end }}
"""

HUGO_HOME = """{{ define "main" }}
<h1>{{ i18n "site" }}</h1>
{{ range .Site.Params.kinds }}{{ with site.GetPage . }}
<section><h2><a href="{{ .Permalink }}">{{ .Title }}</a></h2>
<ul class="list">
{{ range first 5 .Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .Permalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>
{{ end }}</ul></section>
{{ end }}{{ end }}
{{ end }}
"""

HUGO_RSS = """{{- printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ i18n "site" }}</title><link>{{ .Permalink }}</link>
{{ range first 20 .Site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Description }}</description></item>
{{ end }}</channel></rss>
"""


def files(ui, kinds, base, per_page, paginate_terms):
    o = {}
    cfg = ['baseURL = "%s/"' % base, 'title = "Portal"', 'defaultContentLanguage = "zh"',
           'defaultContentLanguageInSubdir = false', 'timeZone = "Asia/Shanghai"',
           '[pagination]', '  pagerSize = %d' % per_page,
           '[services.rss]', '  limit = 20',
           '[taxonomies]', '  tag = "tags"', '  category = "categories"',
           '[outputs]', '  home = ["html", "rss"]', '  section = ["html"]',
           '  taxonomy = ["html"]', '  term = ["html"]',
           '[markup.highlight]', '  noClasses = false',
           '[markup.tableOfContents]', '  startLevel = 2', '  endLevel = 3',
           '[params]', '  kinds = %s' % json.dumps(kinds), '  feed = "index.xml"',
           '[languages.zh]', '  weight = 1', '  title = "%s"' % ui["site"][0],
           '[languages.en]', '  weight = 2', '  title = "%s"' % ui["site"][1]]
    o["hugo.toml"] = "\n".join(cfg) + "\n"
    for lang in ("zh", "en"):
        s = strings(ui, lang)
        s["other_home"] = base + ("/en/" if lang == "zh" else "/")
        o["i18n/%s.toml" % lang] = "".join("[%s]\nother = %s\n" % (k, json.dumps(v, ensure_ascii=False)) for k, v in s.items())
        suf = "" if lang == "zh" else ".en"
        o["content/_index%s.md" % suf] = "---\ntitle: %s\n---\n" % json.dumps(s["site"], ensure_ascii=False)
        for k in kinds:
            o["content/%s/_index%s.md" % (k, suf)] = "---\ntitle: %s\n---\n" % json.dumps(s[k], ensure_ascii=False)
    o["layouts/baseof.html"] = HUGO_BASE
    o["layouts/page.html"] = HUGO_PAGE
    o["layouts/section.html"] = HUGO_SECTION
    o["layouts/taxonomy.html"] = HUGO_TAXONOMY
    o["layouts/term.html"] = HUGO_SECTION if paginate_terms else HUGO_TERM
    o["layouts/home.html"] = HUGO_HOME
    o["layouts/home.rss.xml"] = HUGO_RSS
    o["static/style.css"] = CSS
    return o
