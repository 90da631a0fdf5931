import { mkdirSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { now } from '../../clock.ts';
import { livePages } from '../../newsroom/addresses.ts';
import type { Component } from '../../newsroom/components.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { storiesOf } from '../../newsroom/stories.ts';
import type { readAll } from '../../newsroom/stories.ts';
import type { LedgerEntry, LedgerPublication } from '../../schema/ledger.ts';
import { groupStories } from '../../stories/groups.ts';
import {
  LEDGER,
  addressesIn,
  allOf,
  fileOfEntry,
  fileOfPublication,
  headsOf,
  heirsIn,
  nameOfEntry,
  nameOfPublication,
} from '../../stories/ledger.ts';
import type { Former } from '../../stories/ledger.ts';
import type { Story } from '../../stories/story.ts';
import { isSameVersion, presentStories } from './present.ts';
import type { Present } from './present.ts';

/** An entry and its name. */
interface Kept {
  name: string;
  what: LedgerEntry;
}

/** What was written: how many versions of stories, and how many new addresses. */
export interface Recording {
  versions: number;
  addresses: number;
}

/**
 * Writes what is not recorded yet, and what an earlier version of Nutgraf recorded in the form of this
 * one. What is there stays as it is.
 *
 * @param newsroom one without an error. @param texts of `readAll`.
 */
export async function record(
  newsroom: Newsroom,
  texts: ReturnType<typeof readAll>,
  components: ReadonlyMap<string, Component>,
): Promise<Recording> {
  const home = join(newsroom.content, LEDGER);
  const known = storiesOf(newsroom, texts);
  const present = await presentStories(newsroom, known, components);
  const { publications, former } = newsroom.recorded();

  const entries = new Map<string, Kept[]>();
  for (const [id, all] of newsroom.recorded().entries)
    entries.set(
      id,
      all.flatMap(({ name, what }) => (what ? [{ name, what }] : [])),
    );
  const added = former.flatMap((one) => {
    const chain = upgraded(
      one,
      present.find(({ id }) => id === one.id),
    );
    entries.set(one.id, [...(entries.get(one.id) ?? []), ...chain]);
    return chain;
  });
  added.push(...newVersions(newsroom, present, entries));
  const addresses = newAddresses(newsroom, known.stories);
  const counts = { versions: added.length, addresses: Object.keys(addresses).length };
  if (!counts.versions && !counts.addresses) return counts;

  const publication: LedgerPublication = {
    recorded: `${now().toISOString().slice(0, 19)}Z`,
    entries: added.map(({ name }) => name),
    addresses,
    after: headsOf(publications).map(({ name }) => name),
  };
  for (const { name, what } of added) write(home, fileOfEntry(name), what);
  write(home, fileOfPublication(nameOfPublication(publication)), publication);
  for (const file of former.flatMap(({ files }) => files)) {
    rmSync(join(home, file));
    removeEmpty(dirname(join(home, file)), home);
  }
  return counts;
}

const kept = (what: LedgerEntry): Kept => ({ name: nameOfEntry(what), what });

/** What an earlier version of Nutgraf recorded of a story, as a chain. @param present the story as it is now. */
const upgraded = ({ id, versions, corrections }: Former, present: Present | undefined): Kept[] =>
  versions.reduce<Kept[]>((chain, version, index) => {
    const isLast = index === versions.length - 1;
    const entry = {
      ...version,
      story: id,
      corrections: corrections.filter(({ date }) => isLast || Date.parse(date) <= Date.parse(version.date)),
      source: present && isLast && isSameVersion(version, present.version) ? present.source : '',
      after: chain.slice(-1).map(({ name }) => name),
    };
    return [...chain, kept(entry)];
  }, []);

/** The versions that readers see now and that were not recorded. @param entries what is known, by story. */
function newVersions(
  newsroom: Newsroom,
  present: readonly Present[],
  entries: ReadonlyMap<string, readonly Kept[]>,
): Kept[] {
  const { publications, former } = newsroom.recorded();
  const stories = newsroom.addressed().filter(({ collection }) => collection === 'explainers');
  const heirs = heirsIn(addressesIn(publications), stories);
  const formerIds = Map.groupBy(heirs.keys(), (id) => heirs.get(id)!);
  const followed = new Set([...entries.values()].flat().flatMap(({ what }) => what.after));
  const before = new Map(former.map(({ id, corrections }) => [id, corrections]));
  return present.flatMap(({ id, version, corrections, source }) => {
    const all = [id, ...(formerIds.get(id) ?? [])].flatMap((one) => entries.get(one) ?? []);
    const heads = headsOf(all, followed);
    // What was withdrawn stays in the ledger, and with it the withdrawal on the page.
    const notes = allOf(before.get(id) ?? [], ...heads.map(({ what }) => what.corrections), corrections);
    const [head, second] = heads;
    const isKnown =
      head?.what.story === id &&
      !second &&
      isSameVersion(head.what, version) &&
      notes.length === head.what.corrections.length;
    const after = heads.map(({ name }) => name).sort();
    return isKnown ? [] : [kept({ ...version, story: id, corrections: notes, source, after })];
  });
}

/** The addresses of pages that there are now and that were not recorded. */
function newAddresses(newsroom: Newsroom, stories: readonly Story[]): LedgerPublication['addresses'] {
  const known = addressesIn(newsroom.recorded().publications);
  const { topics, authors, outlets, people } = groupStories(stories, newsroom.registries(), newsroom.options.lang);
  const groups: Readonly<Record<string, ReadonlyMap<string, unknown>>> = { topics, authors, outlets, people };
  const isThere = (page: string) => {
    const [collection = '', id = ''] = page.split('/');
    return groups[collection]?.has(id) ?? true;
  };
  return Object.fromEntries(
    [...livePages(newsroom.addressed(), newsroom.options)]
      .filter(([key, page]) => !known.has(key) && isThere(page))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function write(home: string, file: string, value: unknown): void {
  const path = join(home, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Removes folders in which nothing is left, up to one. */
function removeEmpty(folder: string, until: string): void {
  for (let one = folder; one !== until && readdirSync(one).length === 0; one = dirname(one)) rmdirSync(one);
}
