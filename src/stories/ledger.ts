import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { keyOf } from '../schema/address.ts';
import type { Correction } from '../schema/correction.ts';
import { entrySchema, publicationSchema, publishedCorrectionsSchema, versionSchema } from '../schema/ledger.ts';
import type { LedgerEntry, LedgerPublication, Version } from '../schema/ledger.ts';

/** The folder of a newsroom’s content in which it keeps what it has published. */
export const LEDGER = 'ledger';

/** What the newsroom says itself of addresses: that a page is gone. */
export const GONE = 'gone.yaml';

const STORIES = 'stories';
const PUBLICATIONS = 'publications';
const CORRECTIONS = 'corrections.json';

/** A digest of what a file says, however it is set: 64 bits of SHA-256. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** A date as a file’s name can have it everywhere: without colons. */
const inName = (date: string) => date.replaceAll(':', '');

/** The name of an entry, by which others know it: `the-call/2026-01-08-3f2a9c1b7d20e4a1`. */
export const nameOfEntry = (entry: LedgerEntry): string => `${entry.story}/${inName(entry.date)}-${digestOf(entry)}`;

export const nameOfPublication = (publication: LedgerPublication): string =>
  `${inName(publication.recorded)}-${digestOf(publication)}`;

/** The file of an entry, from the ledger’s folder, with `/`. */
export const fileOfEntry = (name: string): string => `${STORIES}/${name}.json`;

/** The file of a publication, from the ledger’s folder, with `/`. */
export const fileOfPublication = (name: string): string => `${PUBLICATIONS}/${name}.json`;

/** A file of the ledger, and what it says where that is what was written. */
export interface Recorded<What> {
  name: string;
  /** From the ledger’s folder, with `/`. */
  file: string;
  what: What | undefined;
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

const jsonNamesIn = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

function recorded<What>(
  folder: string,
  name: string,
  file: string,
  schema: { safeParse(value: unknown): { data?: What } },
  nameOf: (what: What) => string,
): Recorded<What> {
  const what = schema.safeParse(parsed(join(folder, file))).data;
  return { name, file, what: what && nameOf(what) === name ? what : undefined };
}

/** The entries of a story. @param folder the ledger’s. */
export const entriesOf = (folder: string, id: string): Recorded<LedgerEntry>[] =>
  jsonNamesIn(join(folder, STORIES, id)).map((one) => {
    const name = `${id}/${one}`;
    return recorded(folder, name, fileOfEntry(name), entrySchema, nameOfEntry);
  });

/** The ids of stories with a folder of their own. @param folder the ledger’s. */
export const recordedStories = (folder: string): string[] => namesIn(join(folder, STORIES));

/** All publications, the oldest first. @param folder the ledger’s. */
export const publicationsIn = (folder: string): Recorded<LedgerPublication>[] =>
  jsonNamesIn(join(folder, PUBLICATIONS)).map((name) =>
    recorded(folder, name, fileOfPublication(name), publicationSchema, nameOfPublication),
  );

/** The addresses that were ever published, each with its page: `/the-call/` of `explainers/the-call`. */
export const addressesIn = (publications: readonly Recorded<LedgerPublication>[]): Map<string, string> =>
  new Map(publications.flatMap(({ what }) => Object.entries(what?.addresses ?? {})));

/**
 * Stories that are no more, each with the one that took over: it has an address of theirs among its aliases.
 *
 * @param addresses as `addressesIn` gives them. @param stories all that there are.
 */
export function heirsIn(
  addresses: ReadonlyMap<string, string>,
  stories: readonly { id: string; aliases?: readonly string[] | undefined }[],
): Map<string, string> {
  const there = new Set(stories.map(({ id }) => id));
  return new Map(
    stories.flatMap(({ id, aliases = [] }) =>
      aliases.flatMap((alias): [string, string][] => {
        const former = addresses.get(keyOf(alias))?.replace(/^explainers\//, '');
        return former !== undefined && !there.has(former) ? [[former, id]] : [];
      }),
    ),
  );
}

/** Entries, and those that no entry follows: the latest of each branch. */
export const headsOf = <One extends { name: string; what: { after: string[] } | undefined }>(
  entries: readonly One[],
  followed: ReadonlySet<string> = new Set(entries.flatMap(({ what }) => what?.after ?? [])),
): One[] => entries.filter(({ name }) => !followed.has(name));

/** A version as readers had it, and how many came before it. */
type Past = Version & { depth: number };

/**
 * The recorded versions of a story and of those that it took over from, the oldest first.
 *
 * @param folder the ledger’s. @param ids the story’s own, and those of stories that it took over from.
 */
export function versionsOf(folder: string, ids: readonly string[]): Version[] {
  const entries = ids.flatMap((id) => entriesOf(folder, id));
  const found = new Map(entries.flatMap(({ name, what }) => (what ? [[name, what] as const] : [])));
  const depths = new Map<string, number>();
  const depthOf = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    depths.set(name, 0);
    const depth = 1 + Math.max(0, ...(found.get(name)?.after ?? []).map(depthOf));
    depths.set(name, depth);
    return depth;
  };
  const past: Past[] = [
    ...ids.flatMap((id) => formerVersionsOf(folder, id).map((version) => ({ ...version, depth: 0 }))),
    ...[...found].map(([name, { date, headline, description, text }]) => ({
      date,
      headline,
      description,
      text,
      depth: depthOf(name),
    })),
  ];
  return past
    .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date) || a.depth - b.depth)
    .map(({ depth, ...version }) => version);
}

/** The ids of stories of which anything may be recorded. @param folder the ledger’s. */
export const foldersIn = (folder: string): Set<string> => new Set([...recordedStories(folder), ...namesIn(folder)]);

/** Whether readers have had another version of a story than that of this date, as far as names tell. */
export function hasOtherVersions(folder: string, ids: readonly string[], date: string): boolean {
  const names = ids.flatMap((id) => [
    ...jsonNamesIn(join(folder, STORIES, id)).map((name) => name.replace(/-[0-9a-f]+$/, '')),
    ...formerNamesOf(folder, id),
  ]);
  return names.length > 1 || names.some((name) => name !== inName(date));
}

/*
 * As earlier versions of Nutgraf kept it: `<story>/<date>.json` and `<story>/corrections.json`, until
 * `nutgraf ledger` brings it up to date.
 */

const formerNamesOf = (folder: string, id: string): string[] =>
  jsonNamesIn(join(folder, id)).filter((name) => /^\d{4}-\d\d-\d\d/.test(name));

const formerVersionsOf = (folder: string, id: string): Version[] =>
  formerNamesOf(folder, id)
    .flatMap((name) => versionSchema.safeParse(parsed(join(folder, id, `${name}.json`))).data ?? [])
    .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));

/** What an earlier version of Nutgraf recorded of a story. */
export interface Former {
  id: string;
  /** The oldest first. */
  versions: Version[];
  corrections: Correction[];
  /** From the ledger’s folder, with `/`. */
  files: string[];
  /** Those of them that cannot be read. */
  broken: string[];
}

/** What earlier versions of Nutgraf recorded. @param folder the ledger’s. */
export const formerIn = (folder: string): Former[] =>
  namesIn(folder)
    .filter((name) => ![STORIES, PUBLICATIONS].includes(name) && statSync(join(folder, name)).isDirectory())
    .flatMap((name) => [
      name,
      ...readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
    ])
    .sort()
    .flatMap((path): Former[] => {
      const versions = formerNamesOf(folder, path).map((name) => `${path}/${name}.json`);
      const list = `${path}/${CORRECTIONS}`;
      const hasList = existsSync(join(folder, list));
      if (!versions.length && !hasList) return [];
      const corrections = hasList ? publishedCorrectionsSchema.safeParse(parsed(join(folder, list))).data : [];
      const isRight = (file: string) => versionSchema.safeParse(parsed(join(folder, file))).success;
      return [
        {
          // A story’s id once had the folders that it lay in.
          id: path.replace(/^.*\//, ''),
          versions: formerVersionsOf(folder, path),
          corrections: corrections ?? [],
          files: [...versions, ...(hasList ? [list] : [])],
          broken: [...versions.filter((file) => !isRight(file)), ...(corrections ? [] : [list])],
        },
      ];
    });

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A published correction that is not there any more as it was. */
export interface Loss {
  published: Correction;
  /** Which one of the story’s has taken its place, and in what it differs; none, where it was dropped. */
  now?: { index: number; changed: (keyof Correction)[] };
}

const fields = ['date', 'kind', 'severity', 'was', 'now', 'note', 'withdraws'] as const;

/** Notes of several lists, each once, the oldest first. */
export const allOf = (...lists: readonly (readonly Correction[])[]): Correction[] => [
  ...new Map(
    lists
      .flat()
      .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date))
      .map((one) => [JSON.stringify(fields.map((field) => one[field])), one]),
  ).values(),
];

/**
 * Which published corrections a story would drop or alter. One that a withdrawal names may go.
 *
 * @param current the story’s own, in the order in which they are written.
 */
export function lostCorrections(published: readonly Correction[], current: readonly Correction[]): Loss[] {
  const changedIn = (a: Correction, b: Correction) => fields.filter((field) => a[field] !== b[field]);
  const free = new Set(current.keys());
  const missing = published.filter((one) => {
    const same = [...free].find((index) => !changedIn(one, current[index]!).length);
    if (same !== undefined) free.delete(same);
    return same === undefined;
  });
  const withdrawals = current.flatMap(({ withdraws }) => withdraws ?? []);
  return missing.flatMap((one): Loss[] => {
    const withdrawal = withdrawals.indexOf(one.date);
    if (withdrawal >= 0) {
      withdrawals.splice(withdrawal, 1);
      return [];
    }
    const isLike = (other: Correction) =>
      other.date === one.date ||
      (['was', 'now', 'note'] as const).some((field) => one[field] && one[field] === other[field]);
    const [index] = [...free]
      .filter((at) => isLike(current[at]!))
      .toSorted((a, b) => changedIn(one, current[a]!).length - changedIn(one, current[b]!).length);
    if (index === undefined) return [{ published: one }];
    free.delete(index);
    return [{ published: one, now: { index, changed: changedIn(one, current[index]!) } }];
  });
}
