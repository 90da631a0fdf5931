import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A folder of built files, served as a static host would serve it. */
export interface Site {
  /** Where the site begins, base included, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** What is sent for an address: a file, or where to go instead. */
type Answer = { status: 200 | 404; file?: string } | { status: 301; location: string };

const types: Record<string, string> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
  '.zip': 'application/zip',
};

/**
 * Serves `dir` on a free port of 127.0.0.1, under `base`; any other address is not found. The headers
 * are those of its file `_headers`, where it has one.
 */
export async function serve(dir: string, base = '/'): Promise<Site> {
  const start = `/${base}/`.replace(/\/+/g, '/');
  const file = join(dir, '_headers');
  const rules = existsSync(file) ? headerRules(readFileSync(file, 'utf8')) : [];
  const server = createServer((request, response) => {
    for (const [name, value] of headersAt(rules, request.url ?? '/')) response.setHeader(name, value);
    send(request, response, dir, start).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolved, rejected) => {
    server.once('error', rejected).listen(0, '127.0.0.1', resolved);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${start}`,
    close: () =>
      new Promise((resolved, rejected) => {
        server.close((error) => (error ? rejected(error) : resolved()));
        server.closeAllConnections();
      }),
  };
}

/** Which headers are sent for which addresses. */
interface HeaderRule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** A file `_headers`, as Netlify and Cloudflare read it. */
export function headerRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (line.startsWith('/')) {
      const parts = line.trim().split('*');
      const literals = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      rules.push({ pattern: new RegExp(`^${literals.join('.*')}$`), headers: [] });
    } else if (name && value) rules.at(-1)!.headers.push([name, value]);
    else if (line.trim() && !line.startsWith('#')) throw new Error(`Not a line of _headers: ${line}`);
  }
  return rules;
}

/** All rules that fit an address are sent, and values of one header are joined. */
export function headersAt(rules: readonly HeaderRule[], url: string): Map<string, string> {
  const headers = new Map<string, string>();
  const fitting = rules.filter(({ pattern }) => pattern.test(url.replace(/[?#].*/, '')));
  for (const [name, value] of fitting.flatMap((rule) => rule.headers)) {
    const former = headers.get(name);
    headers.set(name, former === undefined ? value : `${former}, ${value}`);
  }
  return headers;
}

async function send(request: IncomingMessage, response: ServerResponse, dir: string, start: string): Promise<void> {
  const answer = await answerTo(request.url ?? '/', resolve(dir), start);
  if (answer.status === 301) {
    response.writeHead(301, { location: answer.location }).end();
    return;
  }
  if (!answer.file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  const { size } = await stat(answer.file);
  if (!response.hasHeader('content-type')) response.setHeader('content-type', typeOf(answer.file));
  response.writeHead(answer.status, { 'content-length': size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(answer.file), response);
}

/** A folder without its slash is sent to it, so that relative links in its page hold. */
async function answerTo(url: string, dir: string, start: string): Promise<Answer> {
  const [address = '/', query] = url.split('?');
  const path = pathIn(dir, address, start);
  const found = path === undefined ? undefined : await kindOf(path);
  if (path && found === 'file' && !address.endsWith('/')) return { status: 200, file: path };
  const index = path && found === 'folder' ? join(path, 'index.html') : undefined;
  if (index && (await kindOf(index)) === 'file') {
    if (address.endsWith('/')) return { status: 200, file: index };
    return { status: 301, location: `${address}/${query === undefined ? '' : `?${query}`}` };
  }
  const notFound = join(dir, '404.html');
  return (await kindOf(notFound)) === 'file' ? { status: 404, file: notFound } : { status: 404 };
}

/** The path in `dir` for an address; `undefined` outside the base, outside `dir`, or when misspelt. */
function pathIn(dir: string, address: string, start: string): string | undefined {
  if (!`${address}/`.startsWith(start)) return undefined;
  try {
    const path = resolve(dir, decodeURIComponent(address.slice(start.length)));
    return path === dir || path.startsWith(dir + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

const kindOf = (path: string): Promise<'file' | 'folder' | undefined> =>
  stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  );

const typeOf = (file: string): string => types[extname(file).toLowerCase()] ?? 'application/octet-stream';
