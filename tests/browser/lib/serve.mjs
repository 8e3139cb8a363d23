// A loopback server for a finished site: at the path of its own address, with strict headers, without caching.
// In: a folder. Out: the address. Always: only files of the folder are sent, and 404.html for all other addresses.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".gif": "image/gif",
  ".pdf": "application/pdf",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The policy that the guide recommends to hosts (docs/en/publish.md). */
export const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The site's own address, from its front page, and its path; a site without one is served at an invented path. */
async function address(root) {
  const front = await readFile(path.join(root, "index.html"), "utf8");
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(front)?.[1];
  if (!canonical || !URL.canParse(canonical)) return { own: null, below: "/a/b/" };
  const below = new URL(canonical).pathname;
  return { own: canonical.replace(/\/$/, "") + "/", below: below.endsWith("/") ? below : below + "/" };
}

/** `asHost`: compressed, cacheable, and with the address at which the site is served in its pages. */
export async function serve(folder, { asHost = false } = {}) {
  const root = path.resolve(folder);
  const { own, below } = await address(root);
  const server = createServer(async (request, response) => {
    const headers = {
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    };
    const send = (status, type, body) => {
      if (!asHost) return response.writeHead(status, { ...headers, "Content-Type": type }).end(body);
      const here = `http://127.0.0.1:${server.address().port}${below}`;
      const said = own && type.startsWith("text/html") ? String(body).replaceAll(own, here) : body;
      response.writeHead(status, { ...headers, "Cache-Control": "max-age=31536000", "Content-Encoding": "gzip", "Content-Type": type }).end(gzipSync(said));
    };
    let wanted;
    try {
      wanted = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return send(400, "text/plain", "");
    }
    if (wanted === "/favicon.ico") return response.writeHead(204, headers).end();
    if (!wanted.startsWith(below)) return send(404, "text/plain", "outside the site");
    let file = path.join(root, wanted.slice(below.length));
    if (file !== root && !file.startsWith(root + path.sep)) return send(404, "text/plain", "");
    try {
      if ((await stat(file)).isDirectory()) {
        if (!wanted.endsWith("/")) return response.writeHead(301, { ...headers, Location: wanted + "/" }).end();
        file = path.join(file, "index.html");
      }
      send(200, TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream", await readFile(file));
    } catch {
      const lost = await readFile(path.join(root, "404.html")).catch(() => "");
      send(404, TYPES[".html"], lost);
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, base: origin + below, close: () => server.close() };
}
