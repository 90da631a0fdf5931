import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Correction } from '../schema/correction.ts';
import { publishedCorrectionsSchema, versionSchema } from '../schema/ledger.ts';
import type { Version } from '../schema/ledger.ts';

/** The folder of a newsroom’s content in which it keeps what it has published. */
export const LEDGER = 'ledger';

const CORRECTIONS = 'corrections.json';

/** The file of a version; a colon cannot be in a file’s name everywhere. */
export const versionFile = (id: string, date: string): string => join(id, `${date.replaceAll(':', '')}.json`);

export const correctionsFile = (id: string): string => join(id, CORRECTIONS);

/** The stories that have published corrections. @param folder the ledger’s. */
export const correctedIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(sep + CORRECTIONS))
        .map((name) => name.slice(0, -CORRECTIONS.length - 1).replaceAll(sep, '/'))
        .sort()
    : [];

/** The published corrections of a story, or `undefined` where the file cannot be read. */
export function publishedCorrections(folder: string, id: string): Correction[] | undefined {
  const file = join(folder, correctionsFile(id));
  return existsSync(file) ? publishedCorrectionsSchema.safeParse(parsed(file)).data : [];
}

/** Whether another version of a story is recorded than that of this date. */
export const hasOtherVersions = (folder: string, id: string, date: string): boolean =>
  versionNames(folder, id).some((name) => join(id, name) !== versionFile(id, date));

/** The recorded versions of a story, the oldest first. */
export const versionsOf = (folder: string, id: string): Version[] =>
  versionNames(folder, id)
    .flatMap((name) => versionSchema.safeParse(parsed(join(folder, id, name))).data ?? [])
    .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));

const versionNames = (folder: string, id: string) =>
  existsSync(join(folder, id))
    ? readdirSync(join(folder, id)).filter((name) => name.endsWith('.json') && name !== CORRECTIONS)
    : [];

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
