import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { z } from 'astro/zod';
import { fromJson, inFile, inReadingOrder, isError, toJson } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { checkReferences } from '../document/read.ts';
import type { StoryReading } from '../document/read.ts';
import { checkTranslations } from '../document/translations.ts';
import type { Options } from '../options.ts';
import type { CollectionName, recordSchemas } from '../schema/index.ts';
import { statusOf } from '../stories/status.ts';
import type { Publication, Status } from '../stories/status.ts';
import type { Registries } from '../stories/story.ts';
import { circumstancesOf, entryOf, readEntry, secondOfId } from './entry.ts';
import type { Entry, ReadSettings } from './entry.ts';
import { filesOf } from './files.ts';
import type { EntryFile } from './files.ts';
import { LedgerCheck } from './ledger.ts';

/** Where a newsroom is, how it is read, and for whom. */
export interface Setup extends ReadSettings {
  /** The root of its site. */
  root: string;
  /** Whether held stories are shown as well, as in dev: then a draft is a page like any other. */
  showsHeld?: boolean;
}

type RecordName = keyof typeof recordSchemas;

/** A file that is there, and what it says once it was read. */
interface Known {
  file: EntryFile;
  /** Its path from the root of the site, with `/`. */
  name: string;
  entry?: Entry;
  messages: Message[];
}

type Read = Known & { entry: Entry };

const isRead = (known: Known): known is Read => known.entry !== undefined;

/**
 * Everything under `content/`, and what there is to say about it: the one reader of a newsroom,
 * which does not know Astro. Whoever uses it feeds it, from disk or from a watcher: it is told of
 * each file (`see`), and given what the file says, read now (`read`) or before (`take`).
 */
export class Newsroom {
  readonly #setup: Setup;
  readonly #ledger: LedgerCheck;
  /** Files by collection and id; in order there is one for each id. */
  readonly #known = new Map<CollectionName, Map<string, readonly Known[]>>();

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#ledger = new LedgerCheck(setup.root, setup.options.content);
  }

  get options(): Options {
    return this.#setup.options;
  }

  /** The folder of its content, absolute. */
  get content(): string {
    return resolve(this.#setup.root, this.options.content);
  }

  /** How messages name a file: by its path from the root of the site, with `/`. @param path absolute. */
  nameOf(path: string): string {
    return relative(this.#setup.root, path).split(sep).join('/');
  }

  /** The files of a collection, as they are on disk. */
  files(collection: CollectionName): EntryFile[] {
    return filesOf(collection, this.content);
  }

  /** Notes that a file is there, read or not: others may name it. */
  see(file: EntryFile): void {
    this.#knownOf(file);
  }

  /** Reads a file without taking in what it says, such as a draft that is not on disk yet. */
  look(file: Pick<EntryFile, 'collection' | 'path'>, contents: string): StoryReading {
    return readEntry(file, contents, this.#setup);
  }

  /** Reads a file, and takes in what it says. @param contents what is on disk, unless given. */
  read(file: EntryFile, contents = readFileSync(file.path, 'utf8')): StoryReading {
    const reading = this.look(file, contents);
    this.take(file, entryOf(file.collection, reading));
    return reading;
  }

  /** Takes in what a file says that was read, now or before. */
  take(file: EntryFile, entry: Entry): void {
    const known = this.#knownOf(file);
    known.entry = entry;
    known.messages = inFile(known.name, [
      ...entry.messages.map(fromJson),
      ...circumstancesOf(file, entry, this.options),
    ]);
  }

  /** Forgets a file that is gone. @returns the files that have its id as well. */
  forget(collection: CollectionName, path: string): EntryFile[] {
    const gone = this.#all(collection).find(({ file }) => file.path === path);
    if (!gone) return [];
    const others = this.#withId(collection, gone.file.id).filter((known) => known !== gone);
    if (others.length) this.#known.get(collection)?.set(gone.file.id, others);
    else this.#known.get(collection)?.delete(gone.file.id);
    return others.map(({ file }) => file);
  }

  /** Whether a file with this id was taken in. */
  has(collection: CollectionName, id: string): boolean {
    return this.#withId(collection, id).some(({ entry }) => entry);
  }

  /** Whether an entry cannot be used: its file was last read with an error, or is not the only one with its id. */
  isBroken(collection: CollectionName, id: string): boolean {
    const files = this.#withId(collection, id);
    return files.length > 1 || files.some(({ messages }) => messages.some(isError));
  }

  /** Why readers do not see a story, if it is held; nothing is where held stories are shown. */
  statusOf(publication: Publication | undefined): Status | undefined {
    return publication && !this.#setup.showsHeld ? statusOf(publication, this.options.timeZone) : undefined;
  }

  isHeld({ collection, id }: Pick<EntryFile, 'collection' | 'id'>): boolean {
    return this.#withId(collection, id).some(({ entry }) => this.statusOf(entry?.publication));
  }

  /** The stories that readers do not see. */
  held(): Publication[] {
    return this.#all('explainers').flatMap(({ entry }) =>
      entry?.publication && this.statusOf(entry.publication) ? [entry.publication] : [],
    );
  }

  /** The file of an entry. */
  fileOf(collection: CollectionName, id: string): EntryFile | undefined {
    return this.#withId(collection, id)[0]?.file;
  }

  /** The names of the files that refer to an entry. */
  usersOf(collection: Exclude<CollectionName, 'policies' | 'pages'>, id: string): string[] {
    return [...this.#known.keys()]
      .flatMap((name) => this.#all(name))
      .filter(({ entry }) => entry?.references.some((reference) => reference.to === collection && reference.id === id))
      .map(({ name }) => name);
  }

  /** The entries of a registry that are in order, by id. */
  records<Name extends RecordName>(name: Name): Map<string, z.output<(typeof recordSchemas)[Name]>> {
    type Data = z.output<(typeof recordSchemas)[Name]>;
    // `entryOf` read them by this schema.
    return new Map(
      this.#all(name).flatMap(({ file, entry }) => (entry?.data ? [[file.id, entry.data as Data] as const] : [])),
    );
  }

  /** All registries, in the words of the site’s language. */
  registries(): Registries {
    return {
      outlets: this.records('outlets'),
      people: this.records('people'),
      authors: this.records('authors'),
      topics: this.records('topics'),
      terms: this.records('terms'),
    };
  }

  /**
   * Everything there is to say about its files, as it stands. What is wrong in a draft is told as a
   * warning: a colleague’s unfinished draft is no reason to stop a build.
   */
  messages(): Message[] {
    const drafts = new Set(
      this.#all('explainers')
        .filter(({ entry }) => this.statusOf(entry?.publication) === 'draft')
        .map(({ name }) => name),
    );
    return [
      ...this.#own().map((message) => (drafts.has(message.file) ? asWarning(message) : message)),
      ...this.#seconds(),
      ...this.#unkept(),
    ].sort(inReadingOrder);
  }

  /** What the files say wrong, each by itself and of each other. */
  #own(): Message[] {
    const read = [...this.#known.keys()].flatMap((name) => this.#all(name)).filter(isRead);
    const named = ({ name, entry: { references } }: Read) => ({ file: name, references });
    const stories = this.#all('explainers')
      .filter(isRead)
      .map((story) => ({
        ...named(story),
        id: story.file.id,
        lang: story.entry.lang ?? this.options.lang,
        isDraft: story.entry.publication?.draft,
      }));
    return [
      ...read.flatMap(({ messages }) => messages),
      ...checkReferences(read.map(named), (name) => this.#known.get(name) ?? new Map()),
      ...checkTranslations(stories),
    ];
  }

  /** Files whose id an earlier one has; also of a draft, whose page would be the other’s. */
  #seconds(): Message[] {
    return [...this.#known.values()].flatMap((byId) =>
      [...byId.values()]
        // Of two, Astro may read the one and know the other from an earlier build.
        .filter((files) => files.some(isRead))
        .flatMap(([first, ...others]) =>
          others.flatMap(({ name, file }) => inFile(name, [secondOfId(file, first?.name ?? '')])),
        ),
    );
  }

  /** Published corrections that would be dropped or altered; also by making a draft of their story. */
  #unkept(): Message[] {
    return this.#ledger.messages(
      this.#all('explainers').map(({ file: { id }, name, entry, messages }) => ({
        id,
        file: name,
        corrections: messages.some(isError) ? undefined : entry?.corrections,
        isHeld: this.statusOf(entry?.publication) !== undefined,
      })),
    );
  }

  #withId(collection: CollectionName, id: string): readonly Known[] {
    return this.#known.get(collection)?.get(id) ?? [];
  }

  #all(collection: CollectionName): Known[] {
    return [...(this.#known.get(collection)?.values() ?? [])].flat();
  }

  #knownOf(file: EntryFile): Known {
    const byId = this.#known.get(file.collection) ?? new Map<string, readonly Known[]>();
    this.#known.set(file.collection, byId);
    const files = byId.get(file.id) ?? [];
    const known = files.find((one) => one.file.path === file.path) ?? {
      file,
      name: this.nameOf(file.path),
      messages: [],
    };
    byId.set(file.id, [...files.filter((one) => one !== known), known].sort(byName));
    return known;
  }
}

const asWarning = (message: Message): Message => fromJson({ ...toJson(message), severity: 'warning' });

const byName = (a: Known, b: Known): number => (a.name < b.name ? -1 : 1);
