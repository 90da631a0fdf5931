import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { KitRecord } from '../renderings/kit.ts';
import { LEDGER } from '../stories/ledger.ts';
import { judge } from './verify/compare.ts';
import type { Verdict } from './verify/compare.ts';
import { partnersIn } from './verify/partners.ts';
import { copyAt, jsonAt, kitRecordsIn } from './verify/place.ts';
import { earlierVersion, signatureFindings, sinceFindings } from './verify/provenance.ts';
import type { KeysFile } from './verify/provenance.ts';
import { copiesReport } from './verify/report.ts';
import type { Verified } from './verify/report.ts';

export const help = `nutgraf verify <file or address> --story <name>
nutgraf verify --partners <file>
nutgraf verify --record <file or address>

Reads a published copy of a story and tells what it lacks or has altered, by the record in the story’s republish kit.
What a page has between the passages of a story (advertisements, captions, forms) is told in notes.
Ends with 0 when every copy is faithful, 1 when there is something to say, 2 when something could not be read.

  --story <name>     the story: the name of its folder or file
  --url <address>    where the copy is, instead of a file
  --partners <file>  checks a list of copies: YAML, each with “partner”, “story” and “copy” (a file or an address)
  --report <file>    writes what was found as a page
  --dist <folder>    the built site (dist)
  --record <file>    a record that was taken earlier (story.json): whose it is, which version, and what has come since
  --keys <file>      the keys of its newsroom, where they are not those of the site (/.well-known/nutgraf.json)
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
        record: { type: 'string' },
        keys: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { story, partners } = values;
    const place = values.url ?? positionals[0];
    if (!partners && !values.record && (!place || !story)) throw new Error(help);
    const dist = join(folder, values.dist);
    const inDist = kitRecordsIn(dist);
    const taken = values.record ? await takenRecord(values.record, folder) : undefined;
    const recordOf = (name: string) => taken ?? inDist(name);
    const keys = await keysFor(values.keys, values.record, dist, folder);
    const copies: Verified[] = [];
    if (partners)
      // One after the other: partners may share a server.
      for (const one of partnersIn(partners, folder))
        copies.push({ partner: one.partner, ...(await orUnread(one.story, one.copy, folder, recordOf)) });
    else if (place) copies.push(await verified(story ?? taken!.id, place, folder, recordOf));
    else copies.push({ story: taken!.id, copy: values.record!, verdict: 'faithful', findings: [] });
    if (keys) for (const one of copies) addProvenance(one, recordOf, keys, taken && currentOf(taken, inDist));
    if (values.report) writeFileSync(resolve(folder, values.report), copiesReport(copies));
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
  const page = await copyAt(copy, folder);
  const now = judge(page, record);
  const earlier = now.verdict === 'altered' ? earlierVersion(page, record, join(folder, 'content', LEDGER)) : undefined;
  return { story: record.id, copy, digest: record.digest, ...(earlier ?? now) };
}

async function takenRecord(place: string, folder: string): Promise<KitRecord> {
  const record = (await jsonAt(place, folder)) as Partial<KitRecord>;
  if (typeof record.text !== 'string' || !record.id || !record.corrections)
    throw new Error(`Unexpected ${place}: expected the record of a story, story.json of a republish kit.`);
  return record as KitRecord;
}

/** The record of the same story as it is now, where its site is here. */
function currentOf({ id }: KitRecord, recordOf: (story: string) => KitRecord): KitRecord | undefined {
  try {
    return recordOf(id);
  } catch {
    return undefined;
  }
}

const WELL_KNOWN = '.well-known/nutgraf.json';

/** The newsroom’s keys: those named, those of the server that has the record, or those of the built site. */
async function keysFor(
  named: string | undefined,
  record: string | undefined,
  dist: string,
  folder: string,
): Promise<KeysFile | undefined> {
  const inSite = join(dist, WELL_KNOWN);
  const place =
    named ??
    (record && /^https?:/.test(record) ? new URL(`/${WELL_KNOWN}`, record).href : undefined) ??
    (existsSync(inSite) ? inSite : undefined);
  if (!place) return undefined;
  const file = (await jsonAt(place, folder)) as Partial<KeysFile>;
  if (!Array.isArray(file.keys))
    throw new Error(`Unexpected ${place}: expected the keys of a newsroom, ${WELL_KNOWN}.`);
  return file as KeysFile;
}

function addProvenance(
  one: Verified,
  recordOf: (story: string) => KitRecord,
  keys: KeysFile,
  current: KitRecord | undefined,
): void {
  if (one.verdict === 'unread') return;
  const record = recordOf(one.story);
  const added = [...signatureFindings(record, keys), ...(current ? sinceFindings(record, current) : [])];
  one.findings = [...one.findings, ...added];
  if (one.verdict === 'faithful' && added.some(isError))
    one.verdict = added.some((message) => message.ruleId === 'signature' && isError(message)) ? 'altered' : 'earlier';
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
  earlier: 'a copy of an earlier version.',
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
