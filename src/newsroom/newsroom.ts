import { dirname, relative, resolve, sep } from 'node:path';
import type { z } from 'astro/zod';
import { errorAt, fromJson, inFile, inReadingOrder, isError, toJson, warningAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import { checkReferences } from '../document/read.ts';
import type { StoryReading } from '../document/read.ts';
import { checkTranslations } from '../document/translations.ts';
import type { Options } from '../options.ts';
import { textSchemas } from '../schema/index.ts';
import type { CollectionName, TextName, recordSchemas } from '../schema/index.ts';
import { otherThan, pages, patternOf } from '../stories/address.ts';
import type { Page } from '../stories/address.ts';
import { remembering } from '../stories/recent.ts';
import { isArchived, statusOf } from '../stories/status.ts';
import type { Publication, Status } from '../stories/status.ts';
import type { Registries } from '../stories/story.ts';
import { useStrings } from '../strings/index.ts';
import { useLocales } from '../strings/locale.ts';
import type { OwnStrings } from '../strings/index.ts';
import { readText } from './encoding.ts';
import { circumstancesOf, entryOf, readEntry, refused, secondOfId, takenAddress } from './entry.ts';
import type { Entry, ReadSettings } from './entry.ts';
import type { EntryFile } from './files.ts';
import { movesOf, usualFacts } from './addresses.ts';
import type { Move, SiteFacts } from './addresses.ts';
import type { Records } from './chain.ts';
import { correctionsToCome } from './dates.ts';
import { LedgerCheck } from './ledger.ts';
import { linkMessages } from './links.ts';
import type { Published } from './ledger.ts';
import { ownStringsIn } from './own-strings.ts';
import { Pictures } from './pictures.ts';
import { lookAt } from './real-path.ts';
import { filesOf, surveyAll, unusedFile } from './survey.ts';
import type { Survey } from './survey.ts';

/** Where a newsroom is, how it is read, and for whom. */
export interface Setup extends ReadSettings {
  /** The root of its site. */
  root: string;
  /** Where what is known of pictures is kept; for this run alone, unless given. */
  pictures?: Pictures;
  /** Whether held stories are shown as well, as in dev: then a draft is a page like any other. */
  showsHeld?: boolean;
  /** What Astro’s settings say, once they are known; what is usual where they do not. */
  site?: () => Partial<SiteFacts>;
}

type RecordName = keyof typeof recordSchemas;

/** A text that is on the site when it is built: its file, and its page. */
export interface DueText {
  file: string;
  page: Page;
}

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
  readonly #pictures: Pictures;
  readonly #strings: ReturnType<typeof ownStringsIn>;
  /** Files by collection and id; in order there is one for each id. */
  readonly #known = new Map<CollectionName, Map<string, readonly Known[]>>();

  #survey: Survey | undefined;
  /** What was read of texts whose pictures were looked at. */
  #seen = new WeakSet<Entry>();

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#pictures = setup.pictures ?? new Pictures();
    this.#ledger = new LedgerCheck(setup.root, setup.options);
    this.#strings = ownStringsIn(resolve(setup.root, setup.options.components, 'strings'));
    useStrings(this.#strings.strings);
    useLocales(setup.options);
  }

  /** The words of the interface that it sets itself. */
  get strings(): OwnStrings {
    return this.#strings.strings;
  }

  /** The files that set them, absolute, also those with mistakes. */
  get stringFiles(): readonly string[] {
    return this.#strings.files;
  }

  get options(): Options {
    return this.#setup.options;
  }

  /** The root of its site. */
  get root(): string {
    return this.#setup.root;
  }

  /** The folder of its content, absolute. */
  get content(): string {
    return resolve(this.#setup.root, this.options.content);
  }

  /** How messages name a file: by its path from the root of the site, with `/`. @param path absolute. */
  nameOf(path: string): string {
    return relative(this.#setup.root, path).split(sep).join('/');
  }

  /**
   * Looks over all that is in its folder: from now on, `messages` tells of what cannot be read, or is
   * read by nobody. @returns the entries there are.
   */
  survey(): readonly EntryFile[] {
    this.#survey = surveyAll(this.content);
    return this.#survey.entries;
  }

  /** Files and folders that may not be read, absolute; known once it was surveyed. */
  refused(): string[] {
    return this.#survey?.faults.map(({ path }) => path) ?? [];
  }

  /** The files of a collection that may be read, as they are on disk, or were when it was surveyed. */
  files(collection: CollectionName): EntryFile[] {
    return this.#survey?.entries.filter((file) => file.collection === collection) ?? filesOf(collection, this.content);
  }

  /** Notes that a file is there, read or not: others may name it. */
  see(file: EntryFile): void {
    this.#knownOf(file);
  }

  /** Reads a file without taking in what it says, such as a draft that is not on disk yet. */
  look(file: Pick<EntryFile, 'collection' | 'path'>, contents: string): StoryReading {
    return readEntry(file, contents, this.#setup, this.content);
  }

  /** Reads a file, and takes in what it says. @param contents what is on disk, unless given. */
  read(file: EntryFile, contents: string | Message = readText(file.path)): StoryReading {
    const reading = typeof contents === 'string' ? this.look(file, contents) : refused(contents);
    this.take(file, entryOf(file.collection, reading));
    return reading;
  }

  /** Takes in what a file says that was read, now or before. */
  take(file: EntryFile, entry: Entry): void {
    const known = this.#knownOf(file);
    known.entry = entry;
    known.messages = inFile(known.name, [
      ...entry.messages.map(fromJson),
      ...circumstancesOf(file, entry, this.content),
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

  /**
   * Decodes the pictures of the texts that are new, or were read anew: then `messages` tells of them, too.
   *
   * @returns whether there was any that was not known.
   */
  async lookAtPictures(): Promise<boolean> {
    const texts = this.#texts().filter(({ entry }) => !this.#seen.has(entry));
    for (const { entry } of texts) this.#seen.add(entry);
    const paths = texts.flatMap(({ file, entry }) => picturePaths(file.path, entry.pictures));
    return this.#pictures.look(
      paths.map(({ path }) => path).filter((path) => lookAt(path, this.content).kind === 'file'),
    );
  }

  /** To be told when a picture may have changed: all are looked at again. */
  picturesChanged(): void {
    this.#seen = new WeakSet();
  }

  /** Whether what this very file says was taken in. */
  isTaken({ collection, id, path }: EntryFile): boolean {
    return this.#withId(collection, id).some(({ file, entry }) => file.path === path && entry);
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

  /** The texts for which a build makes a page, as soon as they are due: those that nothing is wrong with. */
  due(): DueText[] {
    const of = (collection: CollectionName, pageFor: (known: Read) => Page | undefined) =>
      this.#all(collection)
        .filter(isRead)
        .flatMap((known) => {
          const page = pageFor(known);
          return page && !this.statusOf(known.entry.publication) ? [{ file: known.name, page }] : [];
        });
    return [
      ...of('explainers', ({ file: { id }, entry: { publication } }) =>
        publication?.published && !isArchived({ published: publication.published }, this.options)
          ? pages.story({ id, published: publication.published })
          : undefined,
      ),
      ...of('notes', ({ file: { id } }) => pages.note(id)),
      ...of('policies', ({ file: { id } }) => pages.policy(id)),
      ...of('pages', ({ file: { id } }) => pages.page(id)),
    ];
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
    const files = this.addressed();
    const book = this.#ledger.bookOf(files, this.#site());
    return [
      ...[
        ...this.#own(),
        ...linkMessages(files, book),
        ...correctionsToCome(files, this.#setup.root, this.options.timeZone),
      ].map((message) => (drafts.has(message.file) ? asWarning(message) : message)),
      ...this.#seconds(),
      ...this.#taken(),
      // What was published and would be there no more, or not as it was; also by making a draft of its story.
      ...this.#ledger.messages(files, book),
      ...this.#unread(),
      ...this.#strings.messages.flatMap((one) => inFile(this.nameOf(resolve(this.#setup.root, one.file)), [one])),
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
      ...this.#texts().flatMap((text) => inFile(text.name, this.#undecoded(text))),
      ...checkReferences(read.map(named), (name) => this.#known.get(name) ?? new Map()),
      ...checkTranslations(stories),
    ];
  }

  #texts(): Read[] {
    return textNames.flatMap((name) => this.#all(name)).filter(isRead);
  }

  /** What is wrong with the pictures of a text, where each stands in it. */
  #undecoded({ file, entry }: Read): Message[] {
    return picturePaths(file.path, entry.pictures).flatMap(({ path, place }) =>
      this.#pictures
        .faultsOf(path)
        .map(({ rule, reason, nearest, isWarning }) => (isWarning ? warningAt : errorAt)(place, rule, reason, nearest)),
    );
  }

  /** What its folder has and nobody reads; files without a use only where all texts were read. */
  #unread(): Message[] {
    if (!this.#survey) return [];
    const { faults, others } = this.#survey;
    const texts = textNames.flatMap((name) => this.#all(name));
    const isKnown = texts.every((text) => isRead(text) && !text.messages.some(isError));
    const used = new Set(texts.filter(isRead).flatMap(({ file: { path }, entry }) => usesOf(path, entry)));
    const unused = isKnown ? others.filter((path) => !used.has(path) && !used.has(dirname(path))) : [];
    return [
      ...faults.flatMap(({ path, message }) => inFile(this.nameOf(path), [fromJson(toJson(message))])),
      ...unused.flatMap((path) => inFile(this.nameOf(path), [unusedFile(path)])),
    ];
  }

  /**
   * Files whose id an earlier one has, whatever its case; also of a draft, whose page would be the
   * other’s. On many disks and hosts, “One” and “one” are one file.
   */
  #seconds(): Message[] {
    return [...this.#known.values()].flatMap((byId) =>
      [
        ...Map.groupBy(
          [...byId].flatMap(([id, files]) => files.map((one) => ({ id: id.toLowerCase(), one }))),
          ({ id }) => id,
        ),
      ]
        .map(([, files]) => files.map(({ one }) => one).sort(byName))
        // Of two, Astro may read the one and know the other from an earlier build.
        .filter((files) => files.some(isRead))
        .flatMap(([first, ...others]) =>
          others.flatMap(({ name, file }) => inFile(name, [secondOfId(file, first?.name ?? '')])),
        ),
    );
  }

  /** Stories and pages whose address another page of the site has: one of ours, a language’s, or each other’s. */
  #taken(): Message[] {
    const { lang } = this.options;
    const stories = this.#all('explainers').filter(isRead);
    const languages = new Set(stories.flatMap(({ entry }) => otherThan(lang, entry.lang ?? lang) ?? []));
    const pagesToo = [...this.#all('pages')];
    const isShared = patternOf('story', this.options) === patternOf('page', this.options);
    const byId = new Map(isShared ? stories.map((story) => [story.file.id.toLowerCase(), story]) : []);
    return [...stories, ...pagesToo].flatMap(({ file, name }) => {
      const other = file.collection === 'pages' ? byId.get(file.id.toLowerCase()) : undefined;
      return inFile(name, other ? [secondOfId(file, other.name)] : takenAddress(file, this.options, [...languages]));
    });
  }

  #site(): SiteFacts {
    return { ...usualFacts(this.#setup.root, this.options), ...this.#setup.site?.() };
  }

  /** What it has published, as it was recorded. */
  recorded(): Records {
    return this.#ledger.records;
  }

  /** The former addresses of its stories, and where they lead. */
  moves(): Move[] {
    return movesOf(this.addressed(), this.options);
  }

  /** Its texts, as the ledger sees them. */
  addressed(): Published[] {
    return textNames.flatMap((collection) =>
      this.#all(collection).map(({ file: { id }, name, entry, messages }): Published => {
        const isHeld = this.statusOf(entry?.publication) !== undefined;
        const isBroken = messages.some(isError);
        return {
          collection,
          id,
          file: name,
          isHeld,
          isRead: entry !== undefined && (isHeld || !isBroken),
          headline: entry?.headline,
          published: entry?.publication?.published,
          aliases: entry?.aliases,
          corrections: isBroken ? undefined : entry?.corrections,
          isKnown: entry !== undefined,
          lang: entry?.lang ?? this.options.lang,
          isDraft: entry?.publication?.draft === true,
          links: entry?.links ?? [],
          // What else a program has on its page is not known.
          anchors: entry?.isProgram ? undefined : (entry?.anchors ?? []),
          references: entry ? referredBy(entry) : [],
        };
      }),
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

/** What an entry refers to, each once, as `topics/colombia`. */
const referredBy = remembering(({ references }: Entry) => [...new Set(references.map(({ to, id }) => `${to}/${id}`))]);

const textNames = Object.keys(textSchemas) as TextName[];

/** The pictures of a text: where the file of each is, absolute, and where it stands in the text. */
const picturePaths = (path: string, pictures: Entry['pictures']): { path: string; place: Place }[] =>
  pictures.map(({ src, ...place }) => ({ path: resolve(dirname(path), src), place }));

/** The files that an entry uses, absolute: of a program, all that are in its folder. */
const usesOf = (path: string, { pictures, files = [], isProgram }: Entry): string[] => [
  ...(isProgram ? [dirname(path)] : []),
  ...[...pictures.map(({ src }) => src), ...files].map((file) => resolve(dirname(path), file)),
];

const asWarning = (message: Message): Message => fromJson({ ...toJson(message), severity: 'warning' });

const byName = (a: Known, b: Known): number => (a.name < b.name ? -1 : 1);
