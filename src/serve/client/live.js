// Updates the page while its author writes. `linli serve` adds this script to pages; it is never published.
//
// In: the preview's state (the present site, the findings), as JSON. Out: the present page, at the reader's scroll position,
// with the findings over it. Always: no texts of its base; nothing inline, so that it works under the strictest policy of a
// page; only the parts of the page that differ are changed.

(() => {
  "use strict";

  const script = document.currentScript;
  const base = new URL(".", script.src).pathname;
  const SCROLL = "linli-scroll";
  const FOLDED = "linli-folded";
  // Pause before connecting again: a server that restarts is back within a second or two.
  const AGAIN = 1000;
  // A style sheet that fails to load must not delay the text for longer than this.
  const PATIENCE = 2000;

  // ---- the page ----------------------------------------------------------------------------------------------------

  let shown = script.dataset.site;
  let wanted = shown;
  let busy = false;

  async function follow(site) {
    wanted = site;
    if (busy) return;
    busy = true;
    try {
      while (shown !== wanted) {
        const next = wanted;
        await update();
        shown = next;
      }
    } catch {
      reload();
    } finally {
      busy = false;
    }
  }

  // Fetches the page again and changes the parts that differ.
  async function update() {
    const response = await fetch(location.href.split("#")[0], { cache: "no-store" });
    const kind = response.headers.get("Content-Type") ?? "";
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    // A page with scripts of its base is reloaded, since they may have changed it. A script that can start again is marked
    // `data-again`, and is fine if script and attributes are the same on both pages.
    const again = (page) => [...page.querySelectorAll("script[data-again]")].map((s) => s.outerHTML).join("");
    const isOurs = (s) => s.src.endsWith("/.linli/live.js") || s.hasAttribute("data-again") || /json/.test(s.type);
    const hasScripts = (page) => ![...page.scripts].every(isOurs);
    if (!kind.startsWith("text/html") || hasScripts(document) || hasScripts(next) || again(document) !== again(next) || shown === "") return reload();
    const outdated = await loadStyles(next);
    attributes(document.documentElement, next.documentElement);
    attributes(document.body, next.body);
    if (document.title !== next.title) document.title = next.title;
    children(document.body, next.body);
    for (const sheet of outdated) sheet.remove();
    document.dispatchEvent(new CustomEvent("linli:shown"));
  }

  // Loads new style sheets before the page changes, so that no page is shown without styles. Returns the sheets to remove.
  async function loadStyles(next) {
    const sheets = (page) => [...page.head.querySelectorAll("link[rel~=stylesheet]")];
    const name = (sheet) => sheet.getAttribute("href");
    const [old, fresh] = [sheets(document), sheets(next)];
    // When the letters change, the address of the font changes, but not that of the sheet that names it.
    const stale = [];
    for (const sheet of old.filter((o) => o.href.endsWith("/font.css"))) {
      const text = await (await fetch(sheet.href, { cache: "no-store" })).text();
      const font = /font-[^"]+\.woff/.exec(text)?.[0] ?? "";
      if (![...sheet.sheet.cssRules].some((rule) => rule.cssText.includes(font))) stale.push(name(sheet));
    }
    const stays = (a, sheets) => !stale.includes(name(a)) && sheets.some((b) => name(a) === name(b));
    const come = fresh.filter((f) => !stays(f, old)).map((f) => {
      const sheet = document.importNode(f, true);
      const loaded = new Promise((done) => {
        sheet.addEventListener("load", done);
        sheet.addEventListener("error", done);
        setTimeout(done, PATIENCE);
      });
      document.head.append(sheet);
      return loaded;
    });
    await Promise.all(come);
    return old.filter((o) => !stays(o, fresh));
  }

  function attributes(old, next) {
    for (const { name } of [...old.attributes]) {
      // Elements that the reader has opened stay open.
      if (!next.hasAttribute(name) && name !== "open") old.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  // Equal nodes at the beginning and at the end stay; those between them are changed one by one.
  function children(old, next) {
    const [olds, nexts] = [[...old.childNodes], [...next.childNodes]];
    let head = 0;
    while (head < olds.length && head < nexts.length && olds[head].isEqualNode(nexts[head])) head++;
    let tail = 0;
    const most = Math.min(olds.length, nexts.length) - head;
    while (tail < most && olds[olds.length - 1 - tail].isEqualNode(nexts[nexts.length - 1 - tail])) tail++;
    const after = olds[olds.length - tail] ?? null;
    const [gone, come] = [olds.slice(head, olds.length - tail), nexts.slice(head, nexts.length - tail)];
    for (let i = 0; i < Math.max(gone.length, come.length); i++) {
      if (i >= gone.length) old.insertBefore(document.importNode(come[i], true), after);
      else if (i >= come.length) gone[i].remove();
      else morph(gone[i], come[i]);
    }
  }

  function morph(old, next) {
    const alike = old.nodeType === Node.ELEMENT_NODE && next.nodeType === Node.ELEMENT_NODE && old.tagName === next.tagName && old.id === next.id;
    if (!alike) return old.replaceWith(document.importNode(next, true));
    attributes(old, next);
    children(old, next);
  }

  // For changes that cannot be made in place. The scroll position is kept.
  function reload() {
    store(SCROLL, JSON.stringify({ path: location.pathname, top: scrollY }));
    location.reload();
  }

  function store(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    } catch {
      // Without storage the page begins at its top.
    }
  }

  function stored(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function comeBack() {
    const kept = JSON.parse(stored(SCROLL) ?? "null");
    store(SCROLL, null);
    if (kept?.path === location.pathname) scrollTo({ top: kept.top, behavior: "instant" });
  }

  // ---- what was found ----------------------------------------------------------------------------------------------

  // Separate from the page's styles, and outside its body.
  const host = document.createElement("linli-preview");
  const shadow = host.attachShadow({ mode: "open" });
  let state = null;
  let alone = false;

  // make("p", "note", "text", child, …)
  function make(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside.filter((part) => part !== null && part !== ""));
    return element;
  }

  const signature = () => JSON.stringify([location.pathname, state.findings.map((f) => [f.place, f.message])]);
  const severe = () => state.findings.some((f) => f.level === "error");

  function draw() {
    const box = make("div", "all");
    box.lang = state.lang;
    if (alone) box.append(make("p", "pill lost", state.words.lost));
    else if (state.drafts.some((draft) => plain(draft) === plain(location.pathname))) {
      const mark = make("p", "pill draft", make("b", "", state.words.draft), " ", state.words.draft_why);
      box.append(mark);
    }
    if (state.findings.length > 0) {
      const choice = stored(FOLDED);
      // Warnings start folded. Errors start unfolded, also new ones after the reader has folded earlier ones.
      const folded = choice === null || JSON.parse(choice).of !== signature() ? !severe() : JSON.parse(choice).folded;
      box.append(folded ? pill() : panel());
    }
    box.classList.add(severe() ? "severe" : "mild");
    shadow.querySelector(".all")?.remove();
    shadow.append(box);
  }

  function plain(path) {
    try {
      return decodeURI(path).replace(/index\.html$/, "");
    } catch {
      return path;
    }
  }

  function fold(folded) {
    store(FOLDED, JSON.stringify({ of: signature(), folded }));
    draw();
    shadow.querySelector("button")?.focus();
  }

  function pill() {
    const button = make("button", "pill found", state.headline);
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => fold(false));
    return button;
  }

  function panel() {
    const close = make("button", "fold", state.words.fold);
    close.type = "button";
    close.setAttribute("aria-expanded", "true");
    close.addEventListener("click", () => fold(true));
    const list = make("ol", "", ...state.findings.map(finding));
    // What scrolls is reached by keyboard.
    list.tabIndex = 0;
    const title = make("h2", "", state.headline);
    const box = make(
      "section",
      "panel",
      make("header", "", make("div", "", title, state.note ? make("p", "note", state.note) : null), close),
      list,
      state.more ? make("p", "more", state.more) : null,
    );
    box.setAttribute("role", severe() ? "alert" : "status");
    return box;
  }

  function finding(f) {
    const level = make("b", "level", f.name);
    const code = f.code ? make("code", "code", f.code) : null;
    return make(
      "li",
      f.level,
      make("p", "message", level, make("span", "what", f.message), code),
      f.place ? make("p", "place", make("code", "", f.place)) : null,
      f.source ? source(f) : f.label ? make("p", "help", f.label) : null,
      ...f.help.map((line) => make("p", "help", line)),
      f.law ? make("p", "law", f.law) : null,
    );
  }

  // The caret is below its characters at any font width: a second, invisible copy of the line positions it.
  function source(f) {
    const { before, at, after } = f.source;
    const line = make("div", "", make("span", "text", before, make("mark", "", at || "\u00a0"), after));
    const ghost = make("span", "ghost", before);
    const caret = make("span", "caret", make("span", "ghost", at || "\u00a0"));
    for (const unseen of [ghost, caret]) unseen.setAttribute("aria-hidden", "true");
    const below = make("div", "below", ghost, caret, f.label ? make("span", "label", " " + f.label) : null);
    const box = make("div", "source", make("span", "number", String(f.line)), make("div", "lines", line, below));
    box.tabIndex = 0;
    return box;
  }

  // ---- the stream ----------------------------------------------------------------------------------------------------

  let stream = null;

  function listen() {
    if (stream || document.visibilityState === "hidden") return;
    stream = new EventSource(base + "events");
    stream.addEventListener("message", (event) => {
      state = JSON.parse(event.data);
      alone = false;
      draw();
      follow(state.site);
    });
    stream.addEventListener("error", () => {
      leave();
      if (state) {
        alone = true;
        draw();
      }
      setTimeout(listen, AGAIN);
    });
  }

  // Browsers limit the connections to a server, so hidden pages close theirs.
  function leave() {
    stream?.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shadow.querySelector(".panel")) fold(true);
  });

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = base + "live.css";
  // Hidden until its style sheet is loaded.
  host.hidden = true;
  style.addEventListener("load", () => (host.hidden = false));
  shadow.append(style);
  document.documentElement.append(host);
  if (document.readyState === "complete") comeBack();
  else addEventListener("load", comeBack, { once: true });
  listen();
})();
