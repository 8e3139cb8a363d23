// Machine-readable files: calendars, feeds, the sitemap and the data blocks of pages, each read by an independent parser.

import { readFile } from "node:fs/promises";
import path from "node:path";
import ICAL from "ical.js";
import jsonld from "jsonld";
import { validateXML } from "xmllint-wasm";
import { wrong } from "../lib/vocabulary.mjs";
import { baseUrl, lands } from "./links.mjs";

const WINDOW_DAYS = 366;
const read = (site, file) => readFile(path.join(site.folder, file), "utf8");
const calendars = (site) => site.files.filter((f) => f.endsWith(".ics"));
const day = (time) => `${time.year}-${String(time.month).padStart(2, "0")}-${String(time.day).padStart(2, "0")}`;
const clock = (time) => `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}`;
const plus = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The day of the site, from the home pages. */
async function made(site) {
  const home = await read(site, "zh/index.html");
  return [...home.matchAll(/<footer[\s\S]*?<time datetime="(\d{4}-\d{2}-\d{2})"/g)].map((m) => m[1])[0];
}

/** The requirements of RFC 5545 on the bytes. */
function bytes(text) {
  const problems = [];
  if (/[^\r]\n|\r[^\n]/.test(text)) problems.push("a line does not end in CRLF");
  if (!text.endsWith("END:VCALENDAR\r\n")) problems.push("it does not end as it should");
  for (const line of text.split("\r\n")) {
    const octets = Buffer.byteLength(line);
    if (octets > 75) problems.push(`a line has ${octets} octets: ${line.slice(0, 40)}`);
  }
  if (text.includes("\uFFFD")) problems.push("a character is cut");
  return problems;
}

/** A calendar as read by ical.js: its series with their exceptions. */
function understood(text) {
  const root = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const all = root.getAllSubcomponents("vevent").map((c) => new ICAL.Event(c));
  const series = all.filter((e) => !e.isRecurrenceException());
  for (const single of all.filter((e) => e.isRecurrenceException())) {
    series.find((e) => e.uid === single.uid)?.relateException(single);
  }
  return { root, all, series };
}

const url = (event) => event.component.getFirstPropertyValue("url");
const off = (event) => event.component.getFirstPropertyValue("status") === "CANCELLED";

/** The dates of an event up to a day, with time, and whether they are cancelled. */
function* dates(event, last) {
  if (!event.isRecurring()) {
    yield { at: event.startDate, event };
    return;
  }
  const steps = event.iterator();
  for (let step = steps.next(); step && day(step) <= last; step = steps.next()) {
    const found = event.getOccurrenceDetails(step);
    yield { at: found.startDate, event: found.item };
  }
}

/** The lines of a month page: day, time, address, and whether the event is cancelled. */
function shownOn(html, address) {
  return html.split("<td").flatMap((cell) => {
    const date = /<time datetime="(\d{4}-\d{2}-\d{2})">/.exec(cell)?.[1];
    // An event that continues from the day before has no time.
    const entries = cell.matchAll(/<li( class="off")?><bdi class="n">([^<]+)<\/bdi> <a href="([^"]+)"/g);
    return [...entries].map(([, off, time, href]) => `${date} ${time} ${new URL(href, address).href}${off ? " off" : ""}`);
  });
}

export const checks = [
  {
    name: "every calendar is read by a parser of others, and says what the standard asks for",
    async run(site) {
      const base = await baseUrl(site);
      const problems = [];
      const uids = new Map();
      let events = 0;
      for (const file of calendars(site)) {
        const text = await read(site, file);
        const say = (what) => problems.push(`${file}: ${what}`);
        bytes(text).forEach(say);
        let calendar;
        try {
          calendar = understood(text);
        } catch (error) {
          say(error.message);
          continue;
        }
        const { root, all } = calendar;
        for (const name of ["version", "prodid", "name", "url", "source", "refresh-interval"]) {
          if (root.getAllProperties(name).length !== 1) say(`${name} stands ${root.getAllProperties(name).length} times`);
        }
        if (root.getFirstPropertyValue("source") !== base + file) say(`its source is ${root.getFirstPropertyValue("source")}`);
        if (root.getAllSubcomponents("vtimezone").length !== 1) say("it does not have one time zone");
        const seen = new Set();
        for (const event of all) {
          const c = event.component;
          const name = `${event.uid} ${event.recurrenceId ?? ""}`.trim();
          for (const one of ["uid", "dtstamp", "dtstart", "summary", "sequence", "status", "url", "description"]) {
            if (c.getAllProperties(one).length !== 1) say(`${name}: ${one} stands ${c.getAllProperties(one).length} times`);
          }
          if (seen.has(name)) say(`${name} stands twice`);
          seen.add(name);
          const zone = c.getFirstProperty("dtstart").getParameter("tzid");
          if (!event.startDate.isDate && !ICAL.TimezoneService.has(zone)) say(`${name}: no zone ${zone}`);
          if (c.getFirstPropertyValue("dtend") && event.endDate.compare(event.startDate) <= 0) say(`${name} ends before it begins`);
          if (!c.getFirstPropertyValue("dtstamp").zone?.tzid.match(/UTC|Z/)) say(`${name}: its stamp is not in universal time`);
          const link = url(event);
          if (!link.startsWith(base) || lands(site, link.slice(base.length))) say(`${name}: ${link} does not land`);
          if (!c.getFirstPropertyValue("description").includes(link)) say(`${name}: the text does not repeat the link`);
          events++;
        }
        // The file of the other language has the same events.
        const [language, ...rest] = file.split("/");
        const others = uids.get(rest.join("/")) ?? uids.set(rest.join("/"), { language, seen }).get(rest.join("/"));
        const odd = [...seen, ...others.seen].filter((name) => !(seen.has(name) && others.seen.has(name)));
        if (odd.length) say(`not the events of ${others.language}: ${odd.slice(0, 3).join(", ")}`);
      }
      if (events === 0) problems.push("there is no event at all");
      return { problems, note: `${calendars(site).length} calendars, ${events} events` };
    },
  },
  {
    name: "calendars expand to the dates that the month pages show",
    async run(site) {
      const base = await baseUrl(site);
      const last = plus(await made(site), WINDOW_DAYS);
      const problems = [];
      let compared = 0;
      for (const file of calendars(site).filter((f) => /^zh\/[^/]+\/calendar\.ics$/.test(f))) {
        const months = site.files.filter((f) => f.startsWith(file.replace("calendar.ics", "all/")) && /\/\d{4}-\d{2}\/index\.html$/.test(f));
        if (months.length === 0) continue;
        const shown = new Set();
        for (const month of months) {
          for (const line of shownOn(await read(site, month), base + month.replace("index.html", ""))) shown.add(line);
        }
        const first = `${months[0].match(/\d{4}-\d{2}(?=\/index)/)[0]}-01`;
        const said = new Set();
        for (const event of understood(await read(site, file)).series) {
          for (const { at, event: single } of dates(event, last)) {
            if (at.isDate || day(at) < first || day(at) > last) continue;
            said.add(`${day(at)} ${clock(at)} ${url(event)}${off(single) ? " off" : ""}`);
          }
        }
        problems.push(...[...shown].filter((line) => !said.has(line)).map((line) => `${file} lacks ${line}`));
        problems.push(...[...said].filter((line) => !shown.has(line)).map((line) => `${file} has ${line}, the pages do not`));
        compared += shown.size;
      }
      if (compared === 0) problems.push("no date was compared");
      return { problems, note: `${compared} dates` };
    },
  },
  {
    name: "the file of an event expands to the dates on its page",
    async run(site) {
      const today = await made(site);
      const problems = [];
      let compared = 0;
      for (const file of calendars(site).filter((f) => /^zh\/.*\/event\.ics$/.test(f))) {
        const html = await read(site, file.replace("event.ics", "index.html"));
        const section = /<section class="part" id="next">([\s\S]*?)<\/section>/.exec(html)?.[1];
        if (!section) continue;
        const shown = [...section.matchAll(/<li><time datetime="(\d{4}-\d{2}-\d{2})/g)].map((m) => m[1]);
        const [event] = understood(await read(site, file)).series;
        const said = [...dates(event, plus(today, WINDOW_DAYS))].map(({ at }) => day(at)).filter((d) => d >= today).sort();
        const first = said.slice(0, shown.length);
        if (first.join() !== shown.join() || (shown.length < 10 && said.length !== shown.length)) {
          problems.push(`${file}: ${first.join(" ")}; the page says ${shown.join(" ")}`);
        }
        compared += shown.length;
      }
      if (compared === 0) problems.push("no date was compared");
      return { problems, note: `${compared} dates` };
    },
  },
  {
    name: "sitemap and feeds are valid by their schemas",
    async run(site) {
      const schema = (name) => readFile(new URL(`../schemas/${name}`, import.meta.url), "utf8");
      const contents = async (files) => Promise.all(files.map(async (f) => ({ fileName: f.replaceAll("/", "_"), contents: await read(site, f) })));
      const problems = [];
      const groups = [
        ["sitemap.xsd", "schema", site.files.filter((f) => /^sitemap(-\d+)?\.xml$/.test(f))],
        ["atom.rng", "relaxng", site.files.filter((f) => /(^|\/)atom\.xml$/.test(f))],
      ];
      for (const [name, extension, files] of groups) {
        const xml = await contents(files);
        const result = await validateXML({ xml, schema: await schema(name), extension, initialMemoryPages: 512, maxMemoryPages: 4096 });
        problems.push(...result.errors.map((e) => `${e.loc?.fileName ?? name}:${e.loc?.lineNumber ?? 0}: ${e.message}`));
        if (!result.valid && result.errors.length === 0) problems.push(`${name}: ${result.rawOutput.slice(0, 200)}`);
        for (const { fileName, contents: text } of xml) {
          if (Buffer.byteLength(text) > 50_000_000) problems.push(`${fileName} is larger than the protocol allows`);
        }
      }
      return { problems, note: groups.map(([name, , files]) => `${files.length} by ${name}`).join(", ") };
    },
  },
  {
    name: "the data of pages expands, and says only what schema.org knows",
    async run(site) {
      const base = await baseUrl(site);
      const documentLoader = async (address) => ({
        contextUrl: null,
        documentUrl: address,
        document: { "@context": { "@vocab": "https://schema.org/" } },
      });
      const problems = [];
      const types = new Map();
      const expanded = new Set();
      for (const file of site.files.filter((f) => f.endsWith(".html"))) {
        const html = await read(site, file);
        const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map((m) => m[1]);
        const say = (what) => problems.push(`${file}: ${what}`);
        if (blocks.length !== (/<meta name="robots" content="noindex">/.test(html) ? 0 : 1)) {
          if (!/class="tombstone/.test(html)) say(`${blocks.length} blocks`);
          continue;
        }
        for (const block of blocks) {
          let thing;
          try {
            thing = JSON.parse(block);
          } catch (error) {
            say(error.message);
            continue;
          }
          wrong(thing).forEach(say);
          // The processor is slow and pages of one template are alike, so one of each is read, in each language.
          const sort = `${thing["@type"]} ${thing.mainEntity?.["@type"]} ${thing.inLanguage}`;
          if (!expanded.has(sort)) {
            expanded.add(sort);
            const found = await jsonld.expand(thing, { documentLoader });
            const whole = Object.keys(found[0] ?? {}).filter((k) => !k.startsWith("@")).length === Object.keys(thing).filter((k) => !k.startsWith("@")).length;
            if (found.length !== 1 || !whole || found[0]["@type"]?.[0] !== `https://schema.org/${thing["@type"]}`) say("it does not expand to one thing");
          }
          const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
          if (thing.url !== canonical) say(`its address is ${thing.url}, not ${canonical}`);
          const links = [];
          const gather = (value) => {
            if (Array.isArray(value)) value.forEach(gather);
            else if (value && typeof value === "object") Object.values(value).forEach(gather);
            else if (typeof value === "string" && value.startsWith(base)) links.push(value);
          };
          gather(thing);
          for (const link of links) if (lands(site, link.slice(base.length))) say(`${link} does not land`);
          const crumbs = /<nav class="crumbs"/.test(html);
          if (crumbs !== Boolean(thing.breadcrumb)) say("crumbs and breadcrumb do not agree");
          for (const t of [thing, thing.mainEntity, thing.mentions].flat().filter(Boolean)) types.set(t["@type"], (types.get(t["@type"]) ?? 0) + 1);
        }
      }
      for (const type of ["Event", "Dataset", "Report", "Place", "GovernmentOrganization", "GovernmentService"]) {
        if (!types.has(type)) problems.push(`there is no ${type}`);
      }
      return { problems, note: [...types].map(([type, n]) => `${n} ${type}`).join(", ") };
    },
  },
];
