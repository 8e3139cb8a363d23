"""Zola: the same pages."""
import json

from .common import CSS, strings

ZOLA_BASE = """<!DOCTYPE html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{% endblock title %} | {{ trans(key="site", lang=lang) }}</title>
<meta name="description" content="{% block desc %}{% endblock desc %}">
<link rel="canonical" href="{{ current_url | safe }}">
{% block alternates %}{% endblock alternates %}
<link rel="stylesheet" href="/style.css">
</head>
<body>
{%- set home = trans(key="home_url", lang=lang) %}
<header>
<a class="brand" href="{{ home | safe }}">{{ trans(key="site", lang=lang) }}</a>
<nav><ul>
{%- for k in config.extra.kinds %}
<li><a href="{{ home | safe }}{{ k }}/">{{ trans(key=k, lang=lang) }}</a></li>
{%- endfor %}
<li><a href="{{ home | safe }}tags/">{{ trans(key="tags", lang=lang) }}</a></li>
<li><a href="{{ home | safe }}categories/">{{ trans(key="categories", lang=lang) }}</a></li>
</ul></nav>
{% block switch %}<a class="lang" href="{{ trans(key="other_home", lang=lang) | safe }}">{{ trans(key="switch", lang=lang) }}</a>{% endblock switch %}
</header>
<main>
{% block main %}{% endblock main %}
</main>
<footer><p>{{ trans(key="footer", lang=lang) }}</p><p><a href="{{ home | safe }}atom.xml">Atom</a></p></footer>
</body>
</html>
"""

ZOLA_TR = """{% block alternates %}{% for t in @V@.translations %}{% if t.lang != lang %}<link rel="alternate" hreflang="{{ t.lang }}" href="{{ t.permalink | safe }}">{% endif %}{% endfor %}{% endblock alternates %}
{% block switch %}{% for t in @V@.translations %}{% if t.lang != lang %}<a class="lang" hreflang="{{ t.lang }}" href="{{ t.permalink | safe }}">{{ trans(key="switch", lang=lang) }}</a>{% endif %}{% endfor %}{% endblock switch %}
"""

ZOLA_PAGE = """{% extends "base.html" %}
{% block title %}{{ page.title }}{% endblock title %}
{% block desc %}{{ page.description }}{% endblock desc %}
""" + ZOLA_TR.replace("@V@", "page") + """{% block main %}
<article>
<h1>{{ page.title }}</h1>
<p class="meta">{{ trans(key="date", lang=lang) }} <time datetime="{{ page.date }}">{{ page.date | date(format="%Y-%m-%d") }}</time>
{{ trans(key="no", lang=lang) }} {{ page.extra.record_no }}
{% for c in page.taxonomies.categories %}<a class="cat" href="{{ get_taxonomy_url(kind="categories", name=c, lang=lang) | safe }}">{{ c }}</a>{% endfor %}</p>
<dl class="facts">{% for k, v in page.extra.facts %}<dt>{{ k }}</dt><dd>{{ v }}</dd>{% endfor %}</dl>
<aside class="toc"><h2>{{ trans(key="toc", lang=lang) }}</h2><nav><ul>
{% for h in page.toc %}<li><a href="#{{ h.id }}">{{ h.title }}</a>{% if h.children %}<ul>{% for c in h.children %}<li><a href="#{{ c.id }}">{{ c.title }}</a></li>{% endfor %}</ul>{% endif %}</li>
{% endfor %}</ul></nav></aside>
<div class="body">{{ page.content | safe }}</div>
<ul class="tags">{% for t in page.taxonomies.tags %}<li><a href="{{ get_taxonomy_url(kind="tags", name=t, lang=lang) | safe }}">{{ t }}</a></li>{% endfor %}</ul>
<nav class="pn">
{% if page.higher %}<a rel="prev" href="{{ page.higher.permalink | safe }}">{{ trans(key="prev", lang=lang) }}: {{ page.higher.title }}</a>{% endif %}
{% if page.lower %}<a rel="next" href="{{ page.lower.permalink | safe }}">{{ trans(key="next", lang=lang) }}: {{ page.lower.title }}</a>{% endif %}
</nav>
</article>
{% endblock main %}
"""

ZOLA_LIST = """<ul class="list">
{% for p in paginator.pages %}<li><time>{{ p.date | date(format="%Y-%m-%d") }}</time> <a href="{{ p.permalink | safe }}">{{ p.title }}</a><p>{{ p.description }}</p></li>
{% endfor %}</ul>
<nav class="pager">
{% if paginator.previous %}<a href="{{ paginator.previous | safe }}">{{ trans(key="newer", lang=lang) }}</a>{% endif %}
<span>{{ paginator.current_index }} / {{ paginator.number_pagers }} {{ trans(key="pageof", lang=lang) }}</span>
{% if paginator.next %}<a href="{{ paginator.next | safe }}">{{ trans(key="older", lang=lang) }}</a>{% endif %}
</nav>
"""

ZOLA_SECTION = """{% extends "base.html" %}
{% block title %}{{ section.title }}{% endblock title %}
""" + ZOLA_TR.replace("@V@", "section") + """{% block main %}
<h1>{{ section.title }}</h1>
""" + ZOLA_LIST + """{% endblock main %}
"""

ZOLA_TERM = """{% extends "base.html" %}
{% block title %}{{ term.name }}{% endblock title %}
{% block main %}
<h1>{{ term.name }}</h1>
@LIST@
{% endblock main %}
"""

ZOLA_TERM_LIST = """<ul class="list">
{% for p in term.pages %}<li><time>{{ p.date | date(format="%Y-%m-%d") }}</time> <a href="{{ p.permalink | safe }}">{{ p.title }}</a></li>
{% endfor %}</ul>"""

ZOLA_TAX = """{% extends "base.html" %}
{% block title %}{{ trans(key=taxonomy.name, lang=lang) }}{% endblock title %}
{% block main %}
<h1>{{ trans(key=taxonomy.name, lang=lang) }}</h1>
<ul class="terms">{% for t in terms %}<li><a href="{{ t.permalink | safe }}">{{ t.name }}</a> ({{ t.page_count }})</li>{% endfor %}</ul>
{% endblock main %}
"""

ZOLA_HOME = """{% extends "base.html" %}
{% block title %}{{ trans(key="site", lang=lang) }}{% endblock title %}
""" + ZOLA_TR.replace("@V@", "section") + """{% block main %}
<h1>{{ trans(key="site", lang=lang) }}</h1>
{% for k in config.extra.kinds %}{% set s = get_section(path=k ~ "/_index.md", lang=lang) %}
<section><h2><a href="{{ s.permalink | safe }}">{{ s.title }}</a></h2>
<ul class="list">
{% for p in s.pages | slice(end=5) %}<li><time>{{ p.date | date(format="%Y-%m-%d") }}</time> <a href="{{ p.permalink | safe }}">{{ p.title }}</a><p>{{ p.description }}</p></li>
{% endfor %}</ul></section>
{% endfor %}
{% endblock main %}
"""

ZOLA_FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{ lang }}"><title>{{ trans(key="site", lang=lang) }}</title>
<id>{{ feed_url | safe }}</id>{% if last_updated is defined %}<updated>{{ last_updated }}</updated>{% endif %}
{% for p in pages %}<entry><title>{{ p.title }}</title><link href="{{ p.permalink | safe }}"/><id>{{ p.permalink | safe }}</id>
<updated>{{ p.date }}</updated><summary>{{ p.description }}</summary></entry>
{% endfor %}</feed>
"""


def files(ui, kinds, base, per_page, paginate_terms):
    o = {}
    pag = ', paginate_by = %d' % per_page if paginate_terms else ""
    tax = 'taxonomies = [{ name = "tags"%s }, { name = "categories"%s }]' % (pag, pag)

    def words(lang):
        s = strings(ui, lang)
        s["home_url"] = base + ("/" if lang == "zh" else "/en/")
        s["other_home"] = base + ("/en/" if lang == "zh" else "/")
        return ["%s = %s" % (k, json.dumps(v, ensure_ascii=False)) for k, v in s.items()]

    cfg = ['base_url = "%s"' % base, 'title = "%s"' % ui["site"][0], 'default_language = "zh"',
           'compile_sass = false', 'minify_html = false', 'build_search_index = false',
           'generate_feeds = true', 'feed_filenames = ["atom.xml"]', 'feed_limit = 20', tax,
           '[slugify]', 'paths = "safe"', 'taxonomies = "safe"', 'anchors = "safe"',
           '[markdown]', 'bottom_footnotes = true',
           '[markdown.highlighting]', 'theme = "github-light"', 'style = "class"',
           '[extra]', 'kinds = %s' % json.dumps(kinds),
           '[translations]'] + words("zh") + [
           '[languages.en]', 'title = "%s"' % ui["site"][1], 'generate_feeds = true',
           'feed_filenames = ["atom.xml"]', tax, '[languages.en.translations]'] + words("en")
    o["config.toml"] = "\n".join(cfg) + "\n"
    for lang in ("zh", "en"):
        s = strings(ui, lang)
        suf = "" if lang == "zh" else ".en"
        o["content/_index%s.md" % suf] = "---\ntitle: %s\n---\n" % json.dumps(s["site"], ensure_ascii=False)
        for k in kinds:
            o["content/%s/_index%s.md" % (k, suf)] = (
                "---\ntitle: %s\nsort_by: date\npaginate_by: %d\n---\n" % (json.dumps(s[k], ensure_ascii=False), per_page))
    o["templates/base.html"] = ZOLA_BASE
    o["templates/page.html"] = ZOLA_PAGE
    o["templates/section.html"] = ZOLA_SECTION
    o["templates/index.html"] = ZOLA_HOME
    o["templates/taxonomy_list.html"] = ZOLA_TAX
    o["templates/taxonomy_single.html"] = ZOLA_TERM.replace("@LIST@", ZOLA_LIST if paginate_terms else ZOLA_TERM_LIST)
    o["templates/atom.xml"] = ZOLA_FEED
    o["static/style.css"] = CSS
    return o
