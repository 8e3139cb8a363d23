// A loopback server for a finished site: below the path of its own address, with strict headers, nothing cached.
// In: a folder. Out: where it is served. Always: only files of the folder are sent, and 404.html where there is none.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

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

/** The policy of DESIGN.md §8: what a careful host would send. */
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

/** The path of the site's own address, as its front door gives it; a site without one is served under a made-up path. */
async function subPath(root) {
  const front = await readFile(path.join(root, "index.html"), "utf8");
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(front)?.[1];
  const own = canonical && URL.canParse(canonical) ? new URL(canonical).pathname : "/a/b/";
  return own.endsWith("/") ? own : own + "/";
}

export async function serve(folder) {
  const root = path.resolve(folder);
  const below = await subPath(root);
  const server = createServer(async (request, response) => {
    const headers = {
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    };
    const send = (status, type, body) => response.writeHead(status, { ...headers, "Content-Type": type }).end(body);
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
