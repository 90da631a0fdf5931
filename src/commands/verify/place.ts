import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { KitRecord } from '../../renderings/kit.ts';
import { nearest } from '../../schema/nearest.ts';
import { textOf } from '../import/forms/bytes.ts';
import { LONGEST, readCopy } from './copy.ts';
import type { CopyFormat, PublishedCopy } from './copy.ts';

/** Where copies and records are: in files, or on servers. */

const formats: Record<string, CopyFormat> = { '.md': 'markdown', '.markdown': 'markdown', '.txt': 'text' };

const isAddress = (place: string) => /^https?:\/\//.test(place);

/** Reads a copy. @param place a file, from `folder`, or an address. @throws a sentence. */
export async function copyAt(place: string, folder: string): Promise<PublishedCopy> {
  const { contents, format, robots } = isAddress(place) ? await sent(place, 'text/html') : inFile(place, folder);
  const copy = readCopy(contents, format);
  if (copy.page) {
    copy.page.robots += ` ${robots}`;
    if (isAddress(place)) copy.page.address = place;
  }
  return copy;
}

interface Contents {
  contents: string;
  format: CopyFormat;
  /** What a server says of it to search engines. */
  robots: string;
}

function inFile(place: string, folder: string): Contents {
  const file = resolve(folder, place);
  if (!existsSync(file))
    throw new Error(`Unknown file “${place}”: expected a file, or an address that begins with https://.`);
  return { contents: decoded(readFileSync(file), place), format: formats[extname(file)] ?? 'html', robots: '' };
}

function decoded(bytes: Uint8Array, place: string): string {
  try {
    return textOf(bytes, 'page');
  } catch (error) {
    throw new Error(`Unexpected ${place}: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

async function sent(place: string, accept: string): Promise<Contents> {
  const response = await fetch(place, {
    signal: AbortSignal.timeout(30_000),
    headers: { Accept: accept, 'User-Agent': 'nutgraf-verify' },
  }).catch((error: unknown) => {
    throw new Error(`No answer from ${place}: ${causeOf(error)}.`);
  });
  if (!response.ok) throw new Error(`Unexpected answer ${response.status} from ${place}: expected the page.`);
  const type = response.headers.get('Content-Type') ?? '';
  const bytes = await bytesOf(response, place);
  // What a server says of its letters, a page need not say once more.
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
  const isOther = charset && !/^utf-?8$/i.test(charset);
  return {
    contents: isOther ? new TextDecoder(charset).decode(bytes) : decoded(bytes, place),
    format: type.includes('markdown') ? 'markdown' : type.includes('text/plain') ? 'text' : 'html',
    robots: response.headers.get('X-Robots-Tag') ?? '',
  };
}

const causeOf = (error: unknown) =>
  error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);

/** What a server sends, as far as it may be read. */
async function bytesOf(response: Response, place: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LONGEST)
      throw new Error(`Unexpected length of ${place}, more than ${LONGEST} bytes: expected one page with one story.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** JSON from a file or an address. @throws a sentence. */
export async function jsonAt(place: string, folder: string): Promise<unknown> {
  const { contents } = isAddress(place) ? await sent(place, 'application/json') : inFile(place, folder);
  try {
    return JSON.parse(contents);
  } catch {
    throw new Error(`Unexpected ${place}: expected JSON.`);
  }
}

/** The records of a built site, by the names of their stories. */
export function kitRecordsIn(dist: string): (story: string) => KitRecord {
  const files = existsSync(dist) ? globSync('**/republish/*/story.json', { cwd: dist }) : [];
  const names = new Map(files.map((file) => [basename(dirname(file)), file]));
  return (story) => {
    const file = names.get(story);
    if (file) return JSON.parse(readFileSync(join(dist, file), 'utf8')) as KitRecord;
    const suggestion = nearest(story, [...names.keys()]);
    const expected = names.size
      ? 'expected a story whose licence lets others republish it.'
      : `expected a built site with republish kits in ${dist}: build it first.`;
    throw new Error(`Unknown story “${story}”: ${expected}${suggestion ? ` Did you mean “${suggestion}”?` : ''}`);
  };
}
