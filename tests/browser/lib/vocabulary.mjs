// The vocabulary of schema.org, read from the type declarations of the package `schema-dts`.
// In: nothing. Out: `wrong(thing)`, the violations of the vocabulary in a JSON-LD thing. Always: a property must belong to the type or
// to one above it, and its value must have a type that the property takes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const text = readFileSync(path.join(path.dirname(require.resolve("schema-dts/package.json")), "dist/schema.d.ts"), "utf8");

/** Base interface → its bases, and its properties with their types. */
const bases = new Map();
for (const [, name, above, body] of text.matchAll(/^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gm)) {
  const properties = new Map();
  for (const [, property, types] of body.matchAll(/^ {4}"([\w:]+)"\?: SchemaValue<([^>]+), "[^"]+">;/gm)) {
    properties.set(property, types.split("|").map((t) => t.trim()));
  }
  bases.set(name, { above: (above ?? "").split(",").map((a) => a.trim().replace(/^Partial<|>$/g, "")).filter(Boolean), properties });
}
/** Type → its narrower types, and the addresses and names of its enumeration. */
const types = new Map();
for (const [, name, union] of text.matchAll(/^export type (\w+) = ([^;]+);/gm)) types.set(name, union.split("|").map((t) => t.trim()));

const known = (type) => bases.has(`${type}Leaf`);

function property(base, name, seen = new Set()) {
  if (seen.has(base) || !bases.has(base)) return null;
  seen.add(base);
  const own = bases.get(base).properties.get(name);
  if (own) return own;
  for (const above of bases.get(base).above) {
    const found = property(above, name, seen);
    if (found) return found;
  }
  return null;
}

/** Whether `type` is `wanted` or below it. */
function within(type, wanted, seen = new Set()) {
  if (type === wanted) return true;
  if (seen.has(wanted)) return false;
  seen.add(wanted);
  return (types.get(wanted) ?? []).some((part) => part === `${type}Leaf` || within(type, part, seen));
}

const isDate = (v) => /^\d{4}-\d{2}-\d{2}$/.test(v) && !Number.isNaN(Date.parse(v));
const isMoment = (v) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/.test(v) && !Number.isNaN(Date.parse(v));

function takes(wanted, value, seen = new Set()) {
  if (seen.has(wanted)) return false;
  seen.add(wanted);
  const isText = typeof value === "string";
  switch (wanted) {
    case "Text":
      return isText;
    case "URL":
      return isText && URL.canParse(value);
    case "Date":
      return isText && isDate(value);
    case "DateTime":
      return isText && isMoment(value);
    case "Time":
      return isText && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value);
    case "Duration":
      return isText && /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(value);
    case "Boolean":
      return typeof value === "boolean";
    case "Integer":
      return Number.isInteger(value);
    case "Number":
      return typeof value === "number" || (isText && value !== "" && Number.isFinite(Number(value)));
  }
  return (types.get(wanted) ?? []).some((part) => part === JSON.stringify(value) || takes(part, value, seen));
}

/** The violations in a thing and everything in it, each with its path. */
export function wrong(thing, at = thing["@type"]) {
  const type = thing["@type"];
  if (!known(type)) return [`${at}: no type ${type}`];
  const problems = [];
  for (const [name, values] of Object.entries(thing)) {
    if (name.startsWith("@")) continue;
    const wanted = property(`${type}Leaf`, name);
    if (!wanted) {
      problems.push(`${at}: ${type} has no ${name}`);
      continue;
    }
    for (const value of [values].flat()) {
      const way = `${at}.${name}`;
      if (value === null || value === "") problems.push(`${way} is empty`);
      else if (typeof value !== "object") {
        if (!wanted.some((w) => takes(w, value))) problems.push(`${way} takes ${wanted.join(", ")}, not ${JSON.stringify(value)}`);
      } else if (!value["@type"] && value["@id"]) {
        // Only the address of a thing, which may be of any allowed type.
        if (!wanted.includes("IdReference") || !URL.canParse(value["@id"])) problems.push(`${way} takes ${wanted.join(", ")}, not an address`);
      } else {
        const fits = wanted.some((w) => within(value["@type"], w) || w === "Thing");
        if (!fits) problems.push(`${way} takes ${wanted.join(", ")}, not ${value["@type"]}`);
        problems.push(...wrong(value, way));
      }
    }
  }
  return problems;
}
