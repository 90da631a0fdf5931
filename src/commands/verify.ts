import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { KitRecord } from '../renderings/kit.ts';
import { judge } from './verify/compare.ts';
import type { Verdict } from './verify/compare.ts';
import { partnersIn } from './verify/partners.ts';
import { copyAt, recordsIn } from './verify/place.ts';
import { reportOf } from './verify/report.ts';
import type { Verified } from './verify/report.ts';

export const help = `nutgraf verify <file or address> --story <name>
nutgraf verify --partners <file>

Reads a published copy of a story and tells what it lacks or has altered, by the record in the story’s republish kit.
What a page has between the passages of a story (advertisements, captions, forms) is told in notes.
Ends with 0 when every copy is faithful, 1 when there is something to say, 2 when something could not be read.

  --story <name>     the story: the name of its folder or file
  --url <address>    where the copy is, instead of a file
  --partners <file>  checks a list of copies: YAML, each with “partner”, “story” and “copy” (a file or an address)
  --report <file>    writes what was found as a page
  --dist <folder>    the built site (dist)
  --json             as data`;

/** `nutgraf verify`. @returns the code of the process. */
export async function verify(args: string[], folder = process.cwd()): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        story: { type: 'string' },
        url: { type: 'string' },
        partners: { type: 'string' },
        report: { type: 'string' },
        dist: { type: 'string', default: 'dist' },
        json: { type: 'boolean' },
      },
    });
    const { story, partners } = values;
    const place = values.url ?? positionals[0];
    if (!partners && (!place || !story)) throw new Error(help);
    const recordOf = recordsIn(join(folder, values.dist));
    const copies: Verified[] = [];
    if (partners)
      // One after the other: partners may share a server.
      for (const one of partnersIn(partners, folder))
        copies.push({ partner: one.partner, ...(await orUnread(one.story, one.copy, folder, recordOf)) });
    else copies.push(await verified(story!, place!, folder, recordOf));
    if (values.report) writeFileSync(resolve(folder, values.report), reportOf(copies));
    if (values.json) console.log(JSON.stringify(partners ? copies.map(asData) : asData(copies[0]!), null, 2));
    else console.log(copies.map(inWords).join('\n\n'));
    return Math.max(...copies.map(codeOf), 0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

async function verified(
  story: string,
  copy: string,
  folder: string,
  recordOf: (story: string) => KitRecord,
): Promise<Verified> {
  const record = recordOf(story);
  return { story: record.id, copy, digest: record.digest, ...judge(await copyAt(copy, folder), record) };
}

/** One copy that cannot be read does not keep the others from it. */
const orUnread = async (story: string, copy: string, ...rest: [string, (story: string) => KitRecord]) =>
  verified(story, copy, ...rest).catch((error: unknown): Verified => ({
    story,
    copy,
    verdict: 'unread',
    findings: [],
    unread: error instanceof Error ? error.message : String(error),
  }));

const codeOf = ({ verdict }: Verified) => (verdict === 'unread' ? 2 : verdict === 'faithful' ? 0 : 1);

/** As `--json` gives it. */
const asData = ({ partner, story, copy, verdict, digest, findings, unread }: Verified) => ({
  ...(partner && { partner }),
  story,
  copy,
  verdict,
  digest,
  findings: findings.map((message) => ({
    rule: message.ruleId,
    message: message.reason,
    line: message.line,
    column: message.column,
    ...(!isError(message) && { isNote: true }),
  })),
  ...(unread && { unread }),
});

const ends: Record<Verdict, string> = {
  faithful: 'a faithful copy.',
  altered: 'an altered copy.',
  translated: 'a translated copy.',
  other: 'not a copy of this story.',
};

/** How many notes are shown on what a page has of its own: the rest is counted. */
const MOST_NOTES = 3;

function inWords({ partner, copy, verdict, findings, unread }: Verified): string {
  const name = partner ? `${partner}: ${copy}` : copy;
  if (verdict === 'unread') return `${name}: could not be read. ${unread ?? ''}`;
  const line = (message: Message) => {
    const { reason, ruleId, line: row, column } = message;
    return `${copy}:${row}:${column}  ${isError(message) ? 'error' : 'note '}  ${reason}  [${ruleId}]`;
  };
  const own = findings.filter((message) => message.ruleId === 'between');
  const more = own.length - MOST_NOTES;
  return [
    ...findings.filter((message) => message.ruleId !== 'between').map(line),
    ...own.slice(0, MOST_NOTES).map(line),
    ...(more > 0 ? [`${copy}  and ${more} more of what the page has of its own (all with --json).`] : []),
    `${name}: ${ends[verdict]}`,
  ].join('\n');
}
