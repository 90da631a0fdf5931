import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { KitRecord } from '../renderings/kit.ts';
import { nearest } from '../schema/nearest.ts';
import { readCopy } from './verify/copy.ts';
import type { CopyFormat } from './verify/copy.ts';
import { compareCopy } from './verify/compare.ts';

export const help = `nutgraf verify <file or address> --story <name>

Reads a published copy of a story and tells what it lacks or has altered, by the record in the story’s republish kit.
Ends with 0 when it is faithful, 1 when there is something to say, 2 when something could not be read.

  --story <name>    the story: the name of its folder or file
  --dist <folder>   the built site (dist)
  --json            as data`;

/** `nutgraf verify`. @returns the code of the process. */
export async function verify(args: string[], folder = process.cwd()): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { story: { type: 'string' }, dist: { type: 'string', default: 'dist' }, json: { type: 'boolean' } },
    });
    const [place] = positionals;
    if (!place || !values.story) throw new Error(help);
    const record = recordIn(join(folder, values.dist), values.story);
    const { contents, format, robots } = await contentsOf(place, folder);
    const copy = readCopy(contents, format);
    if (copy.page && robots) copy.page.robots += ` ${robots}`;
    const messages = compareCopy(copy, record);
    console.log(
      values.json
        ? JSON.stringify(
            { story: record.id, copy: place, digest: record.digest, findings: messages.map(asData) },
            null,
            2,
          )
        : inWords(place, messages),
    );
    return messages.some(isError) ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** A message as `--json` gives it. */
const asData = (message: Message) => ({
  rule: message.ruleId,
  message: message.reason,
  ...(!isError(message) && { isNote: true }),
});

const inWords = (place: string, messages: readonly Message[]) =>
  messages.length
    ? messages
        .map((message) => {
          const { reason, ruleId } = message;
          return `${place}  ${isError(message) ? 'error' : 'note '}  ${reason}  [${ruleId}]`;
        })
        .join('\n')
    : `${place}: a faithful copy.`;

/** The record of a story in the built site. */
function recordIn(dist: string, story: string): KitRecord {
  const files = existsSync(dist) ? globSync('**/republish/*/story.json', { cwd: dist }) : [];
  const names = new Map(files.map((file) => [basename(dirname(file)), file]));
  const file = names.get(story);
  if (file) return JSON.parse(readFileSync(join(dist, file), 'utf8')) as KitRecord;
  const suggestion = nearest(story, [...names.keys()]);
  const expected = names.size
    ? 'expected a story whose licence lets others republish it.'
    : `expected a built site with republish kits in ${dist}: build it first.`;
  throw new Error(`Unknown story “${story}”: ${expected}${suggestion ? ` Did you mean “${suggestion}”?` : ''}`);
}

const formats: Record<string, CopyFormat> = { '.md': 'markdown', '.markdown': 'markdown', '.txt': 'text' };

/** A copy as its place has it, and what a server says of it to search engines. */
async function contentsOf(
  place: string,
  folder: string,
): Promise<{ contents: string; format: CopyFormat; robots?: string }> {
  if (!/^https?:\/\//.test(place)) {
    const file = join(place.startsWith('/') ? '/' : folder, place);
    if (!existsSync(file))
      throw new Error(`Unknown file “${place}”: expected a file, or an address that begins with https://.`);
    return { contents: readFileSync(file, 'utf8'), format: formats[extname(file)] ?? 'html' };
  }
  const response = await fetch(place, { signal: AbortSignal.timeout(30_000), headers: { Accept: 'text/html' } }).catch(
    (error: unknown) => {
      throw new Error(
        `No answer from ${place}: ${error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error)}.`,
      );
    },
  );
  if (!response.ok) throw new Error(`Unexpected answer ${response.status} from ${place}: expected the page.`);
  const type = response.headers.get('Content-Type') ?? '';
  const format: CopyFormat = type.includes('markdown') ? 'markdown' : type.includes('text/plain') ? 'text' : 'html';
  return { contents: await response.text(), format, robots: response.headers.get('X-Robots-Tag') ?? '' };
}
