import type { Message } from '../../document/message.ts';
import type { KitRecord } from '../../renderings/kit.ts';
import { isSigned, keyIdOf } from '../../renderings/signature.ts';
import { entriesOf } from '../../stories/ledger.ts';
import { judge } from './compare.ts';
import type { Judgement } from './compare.ts';
import type { PublishedCopy } from './copy.ts';
import { finding, note } from './finding.ts';

/** A newsroom’s keys, as `/.well-known/nutgraf.json` has them. */
export interface KeysFile {
  newsroom: string;
  keys: { id: string; publicKey: string; since: string; until?: string }[];
}

const dayOf = ({ updated, published }: KitRecord) => (updated ?? published).slice(0, 10);

/** What a record’s signature says: whose it is, and of which day. */
export function signatureFindings(record: KitRecord, { newsroom, keys }: KeysFile): Message[] {
  const { signature } = record;
  if (!signature) return [note('signature', 'The record is not signed: whose it is cannot be told.')];
  const key = keys.find(({ id, publicKey }) => id === signature.key && keyIdOf(publicKey) === id);
  if (!key)
    return [
      finding(
        'signature',
        `Unexpected key “${signature.key}” of the record’s signature: expected one of ${newsroom}, ${keys.map(({ id }) => id).join(' or ')}.`,
      ),
    ];
  if (!isSigned(record, signature, key.publicKey))
    return [finding('signature', `Unexpected record: expected it as ${newsroom} has signed it. It was altered since.`)];
  if (key.until && dayOf(record) > key.until)
    return [
      finding(
        'signature',
        `Unexpected key “${key.id}”: expected one that was in use on ${dayOf(record)}, but it was given up on ${key.until}.`,
      ),
    ];
  return [note('signature', `Signed by ${newsroom}, key ${key.id}: the version of ${dayOf(record)}.`)];
}

/** What has come since the version that a record tells of. @param current the record of the story as it is now. */
export function sinceFindings(record: KitRecord, current: KitRecord): Message[] {
  const had = new Set(record.corrections.map(({ date, text }) => `${date} ${text}`));
  return [
    ...(record.digest === current.digest
      ? []
      : [
          note(
            'version',
            `This is the version of ${dayOf(record)}. The story has changed since, last on ${dayOf(current)}.`,
          ),
        ]),
    ...current.corrections
      .filter(({ date, text }) => !had.has(`${date} ${text}`))
      .map(({ date, text }) =>
        finding(
          'correction',
          `Missing correction of ${date.slice(0, 10)}, later than this version: expected “${text}”`,
        ),
      ),
  ];
}

/** Signs that plain text has for what only markup tells. */
const lineOf = (text: string) => text.replace(/ \(https?:\/\/\S+\)/g, '').replace(/^[> ]*(?:- |\d+\. )?/, '');

/**
 * Holds a copy that is not as the story is now against what the ledger has of it.
 *
 * @param ledger its folder.
 * @returns the newest version that it is a faithful copy of, with what has come since.
 */
export function earlierVersion(copy: PublishedCopy, record: KitRecord, ledger: string): Judgement | undefined {
  const versions = entriesOf(ledger, record.id)
    .flatMap(({ what }) => what ?? [])
    .toSorted((a, b) => b.date.localeCompare(a.date));
  for (const { date, headline, text } of versions) {
    const told = new Set(record.pictures.map(({ alt }) => `[${alt}]`));
    const lines = text.flatMap((passage) => passage.split('\n')).filter((line) => !told.has(line));
    const { anchors: _, standfirst: __, dates: ___, sources: ____, ...rest } = record;
    const earlier: KitRecord = { ...rest, headline, text: lines.map(lineOf).join('\n'), links: [], corrections: [] };
    const { verdict } = judge(copy, earlier);
    if (verdict !== 'faithful') continue;
    const since = record.corrections.filter((one) => one.date.slice(0, 10) >= date.slice(0, 10));
    return {
      verdict: 'earlier',
      findings: [
        note(
          'version',
          `A faithful copy of the version of ${date.slice(0, 10)}. The story has changed since, last on ${dayOf(record)}.`,
        ),
        ...since.map((one) =>
          finding(
            'correction',
            `Missing correction of ${one.date.slice(0, 10)}, later than this version: expected “${one.text}”`,
          ),
        ),
      ],
    };
  }
  return undefined;
}
