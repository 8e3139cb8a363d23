// Functions of pages that need a script: larger type, words for near dates, copying, printing, searching.
//
// In: the page and its data attributes, which contain every text that is shown. Out: the same page, with controls. Always:
// the page is complete without the script; elements made here are marked `data-made`; ES2015; no requests except for the
// segments of the search, which are scripts, so that everything works from a folder and under the strictest policy.

(() => {
  "use strict";

  const doc = document;
  const root = doc.documentElement;
  const words = doc.currentScript.dataset;
  const DAY = 864e5;

  const each = (selector, work) => [].forEach.call(doc.querySelectorAll(selector), work);
  const make = (tag, name, text) => {
    const element = doc.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  const button = (action, text) => {
    const made = make("button", "button", text);
    made.type = "button";
    made.dataset.do = action;
    made.dataset.made = "";
    return made;
  };

  // ---- large type and high contrast, remembered on the device; set before anything is shown ----

  const KEY = "linli-mode";
  const storedMode = (mode) => {
    try {
      if (mode === undefined) return localStorage.getItem(KEY);
      if (mode) localStorage.setItem(KEY, mode);
      else localStorage.removeItem(KEY);
    } catch (_) {
      // Without storage the choice is kept for this page only.
    }
    return mode;
  };
  const mode = () => root.dataset.mode || "";
  const applyMode = (wanted) => {
    if (wanted === "large" || wanted === "contrast") root.dataset.mode = wanted;
    else delete root.dataset.mode;
    each(".modes", (box) => {
      box.hidden = false;
      [].forEach.call(box.children, (b) => b.setAttribute("aria-pressed", String(b.dataset.do === "large" ? mode() !== "" : mode() === "contrast")));
    });
    if (mode()) each(".scroll > table", stack);
  };
  // In large type a table is a list of rows: each cell names its column, and keeps its role for screen readers.
  const stack = (table) => {
    // Drawings have a layout of their own.
    if (table.dataset.stacked !== undefined || table.querySelector(".drawn")) return;
    table.dataset.stacked = "";
    const role = (selector, name) => [].forEach.call(table.querySelectorAll(selector), (e) => e.setAttribute("role", name));
    table.setAttribute("role", "table");
    role("thead, tbody, tfoot", "rowgroup");
    role("tr", "row");
    role("td", "cell");
    role("th", "rowheader");
    role("thead th", "columnheader");
    const heads = [].map.call(table.querySelectorAll("thead tr:last-child > *"), (head) => head.textContent.trim());
    [].forEach.call(table.querySelectorAll("tbody tr, tfoot tr"), (row) => {
      [].forEach.call(row.cells, (cell, at) => {
        if (at > 0 && heads[at] && cell.colSpan === 1) cell.dataset.label = heads[at];
      });
    });
  };

  // ---- dates ----

  const today = () => {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  };
  const near = () =>
    each("[data-relative] time[datetime]", (time) => {
      const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(time.getAttribute("datetime"));
      if (!date) return;
      const days = (Date.UTC(+date[1], date[2] - 1, +date[3]) - today()) / DAY;
      const word = days === 0 ? words.sayToday : days === 1 ? words.sayTomorrow : days > 1 && days < 100 ? words.sayDays.replace("#", days) : "";
      if (!word) return;
      const said = make("span", "rel", " " + word);
      said.dataset.made = "";
      time.parentNode.insertBefore(said, time.nextSibling);
    });
  // Hides what has expired; a day ends with its last minute.
  const until = () => {
    each("[data-until]", (item) => {
      const at = item.dataset.until;
      const end = at.length === 10 ? Date.parse(at + "T23:59:59") : Date.parse(at);
      if (end < Date.now()) item.hidden = true;
    });
    each("section.urgent", (section) => {
      const items = section.querySelectorAll("li");
      if (items.length && [].every.call(items, (item) => item.hidden)) section.hidden = true;
    });
  };

  // ---- copying ----

  const copy = (pressed) => {
    const from = pressed.previousElementSibling;
    const text = from.dataset.copy || from.value || from.textContent.trim();
    const said = pressed.nextElementSibling;
    const done = () => {
      said.textContent = words.sayCopied;
      setTimeout(() => (said.textContent = ""), 4000);
    };
    const byHand = () => {
      const field = make("textarea", "hidden");
      field.value = text;
      doc.body.appendChild(field);
      field.select();
      if (doc.execCommand("copy")) done();
      field.remove();
      pressed.focus();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
    else byHand();
  };

  // ---- searching ----

  // Ignores case and width.
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const LETTER = /[a-z\u00df-\u024f]/;
  // A Latin term matches at the beginning of a word, any other anywhere.
  const find = (text, term, from) => {
    let at = text.indexOf(term, from);
    if (LETTER.test(term[0])) while (at > 0 && LETTER.test(text[at - 1])) at = text.indexOf(term, at + 1);
    return at;
  };
  // Writes the text with its matches marked; with `around` only the surroundings of the first match, or nothing.
  const marked = (into, text, terms, around) => {
    let folded = "";
    const places = [];
    let at = 0;
    for (const letter of text) {
      const f = fold(letter);
      for (let i = 0; i < f.length; i++) places.push(at);
      folded += f;
      at += letter.length;
    }
    places.push(at);
    let found = [];
    for (const term of terms) {
      for (let i = find(folded, term, 0); i >= 0 && found.length < 200; i = find(folded, term, i + term.length)) {
        found.push([places[i], places[i + term.length]]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let [from, to] = [0, text.length];
    if (around) {
      if (!found.length) return false;
      from = Math.max(0, found[0][0] - 36);
      to = Math.min(text.length, from + 110);
      if (from > 0) into.append("…");
    }
    for (const [start, end] of found) {
      if (start < from || end > to) continue;
      into.append(text.slice(from, start));
      into.appendChild(make("mark", "", text.slice(start, end)));
      from = end;
    }
    into.append(text.slice(from, to));
    if (to < text.length) into.append("…");
    return true;
  };

  const SHOWN = 30; // hits shown at once
  const LOADED = 16; // segments of a language loaded without asking: a few hundred kilobytes
  let search = null;

  const begin = (form) => {
    const set = form.dataset;
    const records = []; // all languages, as their segments came
    const byAddress = {};
    const loaded = {};
    let [running, failed, allowed, shown, terms, drawing] = [0, false, LOADED, SHOWN, [], 0];
    const list = doc.getElementById("found");
    const status = doc.getElementById("count");
    const more = doc.getElementById("more");
    const both = form.elements.all;

    const key = (path, address) => path + " " + address;
    window.linli = {
      titles(segment) {
        segment.records.forEach((r, at) => {
          const place = key(segment.path, r[0]);
          const record = { of: segment, address: r[0], title: r[1], day: r[2], published: r[3], extra: r[4], lent: r[5], order: segment.year * 1e6 + segment.part * 1e4 + at };
          record.inTitle = fold(record.title);
          record.inExtra = fold(record.extra);
          record.text = record.inText = "";
          if (byAddress[place]) Object.assign(record, { text: byAddress[place].text, inText: byAddress[place].inText });
          byAddress[place] = record;
          records.push(record);
        });
      },
      texts(segment) {
        Object.keys(segment.records).forEach((address) => {
          const record = byAddress[key(segment.path, address)];
          if (record) record.inText = fold((record.text = segment.records[address]));
        });
      },
    };

    // Newest first, titles before texts.
    const files = () => {
      const languages = both && both.checked ? set.languages.split(" ") : [set.languages.split(" ")[0]];
      const parts = (kind) => {
        const names = [];
        set[kind].split(" ").filter(Boolean).forEach((year) => {
          const [name, count] = year.split(":");
          for (let part = +count; part > 0; part--) languages.forEach((l) => names.push(`${set.root}${l}/search/${kind}-${name}-${part}.js`));
        });
        return names;
      };
      return [parts("titles"), parts("texts")].map((names) => names.slice(0, allowed * languages.length));
    };
    const load = () => {
      const [titles, texts] = files();
      const missing = (names) => names.filter((name) => !loaded[name]);
      // A text belongs to a title, so texts are requested after all titles have arrived.
      const wanted = missing(titles).length || running > 0 ? missing(titles) : missing(texts);
      wanted.slice(0, 4 - running).forEach((name) => {
        loaded[name] = true;
        running++;
        const script = make("script");
        const done = () => {
          running--;
          script.remove();
          load();
        };
        script.src = name;
        script.onload = done;
        script.onerror = () => {
          failed = true;
          done();
        };
        doc.head.appendChild(script);
      });
      // While many segments arrive, the list is updated only a few times a second.
      if (running === 0) show();
      else if (!drawing) drawing = setTimeout(show, 200);
    };

    const worth = (record) => {
      let sum = 0;
      for (const term of terms) {
        const inTitle = find(record.inTitle, term, 0);
        const own = inTitle === 0 ? 12 : inTitle > 0 ? 10 : find(record.inExtra, term, 0) >= 0 ? 5 : find(record.inText, term, 0) >= 0 ? 1 : 0;
        if (!own) return 0;
        sum += own;
      }
      return sum;
    };
    const hits = () => {
      const best = {};
      const own = set.languages.split(" ")[0];
      records.forEach((record) => {
        if (record.of.path !== own && !(both && both.checked)) return;
        const value = worth(record);
        const held = best[record.address];
        // Of the same record in two languages, the reader's language is shown.
        if (value && !(held && held.record.of.path === own)) best[record.address] = { record, value };
      });
      return Object.keys(best).map((address) => best[address]).sort((a, b) => b.value - a.value || b.record.order - a.record.order);
    };
    const item = (record) => {
      const of = record.of;
      const li = make("li");
      const div = li.appendChild(make("div"));
      if (of.path !== set.languages.split(" ")[0]) {
        div.lang = of.lang;
        div.dir = of.dir;
      }
      const link = div.appendChild(make("a", "card-title"));
      link.href = `${set.root}${of.path}/${record.address}/${set.index}`;
      if (record.lent) {
        link.lang = of.lender.lang;
        link.dir = of.lender.dir;
      }
      marked(link, record.title, terms);
      const small = div.appendChild(make("p", "small"));
      small.appendChild(make("span", "kind", of.kinds[record.address.indexOf("/") < 0 ? "" : record.address.split("/")[0]]));
      if (record.day) {
        small.append(" ");
        small.appendChild(make("bdi", "", record.day));
      }
      if (record.extra) {
        small.append(" ");
        marked(small.appendChild(make("span")), record.extra, terms);
      }
      small.append(" ");
      const published = small.appendChild(make("span", "published", of.published + " "));
      published.appendChild(make("bdi", "", record.published));
      const snippet = make("p", "snippet");
      if (marked(snippet, record.text, terms, true)) div.appendChild(snippet);
      return li;
    };
    const show = () => {
      clearTimeout(drawing);
      drawing = 0;
      const found = terms.length ? hits() : [];
      list.textContent = "";
      found.slice(0, shown).forEach((hit) => list.appendChild(item(hit.record)));
      const busy = running > 0;
      const said = !terms.length ? "" : busy ? set.loading : found.length ? set.found.replace("#", found.length) : set.none;
      const text = said + (failed && !busy ? " " + set.failed : "");
      if (status.textContent !== text) status.textContent = text;
      const cut = ["titles", "texts"].some((kind) => set[kind].split(" ").reduce((sum, year) => sum + +(year.split(":")[1] || 0), 0) > allowed);
      more.hidden = !terms.length || busy || (found.length <= shown && !cut);
    };
    const ask = () => {
      terms = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      shown = SHOWN;
      try {
        history.replaceState(null, "", "?" + (terms.length ? "q=" + encodeURIComponent(form.elements.q.value.trim()) : "") + (both && both.checked ? "&all=1" : ""));
      } catch (_) {
        // Some browsers allow this on servers only.
      }
      show();
      if (terms.length) load();
    };

    const asked = new URLSearchParams(location.search);
    form.elements.q.value = asked.get("q") || "";
    if (both) both.checked = asked.get("all") === "1";
    form.hidden = false;
    let waiting = 0;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 200);
    };
    search = {
      soon,
      ask,
      more() {
        const at = list.children.length;
        shown += SHOWN;
        if (hits().length <= at) allowed += LOADED;
        load();
        const next = list.children[at];
        if (next) next.querySelector("a").focus();
      },
    };
    if (form.elements.q.value) ask();
  };

  // ---- start, and start again after a page was changed in place ----

  const start = () => {
    each("[data-made]", (made) => made.remove());
    applyMode(storedMode() || mode());
    near();
    until();
    each("[data-copy]", (from) => {
      const said = make("span", "small copied");
      said.dataset.made = "";
      said.setAttribute("role", "status");
      from.insertAdjacentElement("afterend", said);
      from.insertAdjacentElement("afterend", button("copy", words.sayCopy));
    });
    each("[data-print]", (place) => place.appendChild(button("print", words.sayPrint)));
    const form = doc.querySelector("form[data-titles]");
    if (form) begin(form);
  };

  applyMode(storedMode());
  doc.addEventListener("DOMContentLoaded", start);
  doc.addEventListener("linli:shown", start);
  // The choice may have changed on another page.
  addEventListener("pageshow", (event) => event.persisted && applyMode(storedMode()));
  let day = today();
  setInterval(() => {
    until();
    if (day === today()) return;
    day = today();
    each(".rel[data-made]", (said) => said.remove());
    near();
  }, 60000);

  const actions = {
    large: () => applyMode(storedMode(mode() ? "" : "large")),
    contrast: () => applyMode(storedMode(mode() === "contrast" ? "large" : "contrast")),
    print: () => print(),
    copy,
    more: () => search.more(),
  };
  doc.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) actions[pressed.dataset.do](pressed);
  });
  doc.addEventListener("submit", (event) => {
    if (!search) return;
    event.preventDefault();
    search.ask();
  });
  doc.addEventListener("input", (event) => search && event.target.form && search.soon());
})();
