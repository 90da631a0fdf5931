import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import { readRecord } from '../document/read.ts';
import { entrySchema, publicationSchema, publishedCorrectionsSchema, versionSchema } from '../schema/ledger.ts';
import {
  entriesOf,
  fileOfEntry,
  fileOfPublication,
  formerIn,
  publicationsIn,
  recordedStories,
} from '../stories/ledger.ts';
import type { Former, Recorded } from '../stories/ledger.ts';
import type { LedgerEntry, LedgerPublication } from '../schema/ledger.ts';

/** Everything that a newsroom has recorded. */
export interface Records {
  publications: Recorded<LedgerPublication>[];
  /** By story. */
  entries: Map<string, Recorded<LedgerEntry>[]>;
  former: Former[];
}

/** Reads a ledger. @param folder absolute. */
export const recordsIn = (folder: string): Records => ({
  publications: publicationsIn(folder),
  entries: new Map(recordedStories(folder).map((id) => [id, entriesOf(folder, id)])),
  former: formerIn(folder),
});

/**
 * What is missing from a ledger or was changed in it. Each file has the digest of what it says in its
 * name, and is named by what came after it: an entry by its publication, and a publication by the next.
 *
 * @param root the site’s folder. @param folder the ledger’s, from there.
 */
export function chainMessages({ publications, entries, former }: Records, root: string, folder: string): Message[] {
  const all = [...entries.values()].flat();
  const known = new Set(all.map(({ name }) => name));
  const named = new Set(publications.flatMap(({ what }) => what?.entries ?? []));
  const runs = new Set(publications.map(({ name }) => name));
  const messages: Message[] = [];
  const say = (file: string, place: Place, reason: string) =>
    messages.push(...inFile(`${folder}/${file}`, [errorAt(place, 'ledger-whole', reason)]));
  const placeIn = (file: string, name: string) => placeOfText(join(root, folder, file), JSON.stringify(name));
  const back = 'Bring it back from the history of the repository.';

  const broken = (file: string, schema: z.ZodType) => {
    const found = readRecord(readFileSync(join(root, folder, file), 'utf8'), schema).messages;
    if (found.length) messages.push(...inFile(`${folder}/${file}`, found));
    else say(file, top, `Unexpected change: expected the file as “nutgraf ledger” wrote it. ${back}`);
  };
  for (const { file, what } of publications) if (!what) broken(file, publicationSchema);
  for (const { file, what } of all) if (!what) broken(file, entrySchema);
  for (const file of former.flatMap((one) => one.broken))
    broken(file, file.endsWith('/corrections.json') ? publishedCorrectionsSchema : versionSchema);

  for (const { file, what } of publications) {
    for (const before of what?.after ?? []) {
      if (!runs.has(before))
        say(file, placeIn(file, before), `Missing “${fileOfPublication(before)}”, which came before it. ${back}`);
    }
    const missing = Map.groupBy(
      (what?.entries ?? []).filter((name) => !known.has(name)),
      (name) => name.slice(0, name.lastIndexOf('/')),
    );
    for (const [id, names] of missing) {
      const lost = entries.has(id) ? `“${names.map(fileOfEntry).join('”, “')}”` : `folder “stories/${id}/”`;
      say(file, placeIn(file, names[0]!), `Missing ${lost}, which was recorded on ${what!.recorded}. ${back}`);
    }
  }
  for (const { name, file, what } of all) {
    if (!named.has(name))
      say(
        file,
        top,
        `Unexpected file: expected one that a file in publications/ names. Bring that back, or remove it.`,
      );
    for (const before of what?.after ?? [])
      if (!known.has(before) && !named.has(before))
        say(file, placeIn(file, before), `Missing “${fileOfEntry(before)}”, which came before it. ${back}`);
  }
  return messages;
}

const top = { line: 1, column: 1 };

/** Where a text first stands in a file; its top where it does not. */
function placeOfText(path: string, text: string): Place {
  const contents = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const before = contents.slice(0, Math.max(0, contents.indexOf(text))).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
