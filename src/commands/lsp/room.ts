import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule } from '../../desk/rule.ts';
import type { Contracts } from '../../document/contract.ts';
import type { PlacedReference } from '../../document/citations.ts';
import type { Message } from '../../document/message.ts';
import { settingsIn } from '../../integration/settings.ts';
import { componentsOf } from '../../newsroom/components.ts';
import type { EntryFile } from '../../newsroom/files.ts';
import { Newsroom } from '../../newsroom/newsroom.ts';
import { isText, schemas } from '../../schema/index.ts';
import type { CollectionName } from '../../schema/index.ts';
import { deskOf, filesIn } from '../check/newsroom.ts';
import { lookWithDesk, ownRulesOf } from '../check/read.ts';
import type { Desk } from '../check/read.ts';

/** A newsroom as an editor has it open: what is typed counts, not what is on disk. */
export class Room {
  readonly newsroom: Newsroom;
  readonly contracts: Contracts;
  readonly #ownRules: readonly Rule[];
  #desk: Desk;
  readonly #open = new Map<string, string>();
  /** What there is to say about each file by its name, until something else is typed. */
  #messages: Map<string, Message[]> | undefined;
  readonly #references = new Map<string, readonly PlacedReference[]>();

  private constructor(newsroom: Newsroom, contracts: Contracts, ownRules: readonly Rule[]) {
    this.newsroom = newsroom;
    this.contracts = contracts;
    this.#ownRules = ownRules;
    newsroom.survey();
    for (const file of filesIn(newsroom, schemas)) if (!isText(file.collection)) this.#read(file);
    this.#desk = deskOf(newsroom, ownRules).desk;
    for (const file of filesIn(newsroom, schemas)) if (isText(file.collection)) this.#read(file);
  }

  /** Reads the newsroom in a folder. @throws a sentence, where there is none. */
  static async in(folder: string): Promise<Room> {
    const { options, root, site } = await settingsIn(folder);
    const { contracts } = await componentsOf(options, root);
    const newsroom = new Newsroom({ root: fileURLToPath(root), options, contracts, site: () => site });
    return new Room(newsroom, contracts, (await ownRulesOf(newsroom)).rules);
  }

  /** The entry of a file, where it is one. @param path absolute. */
  fileAt(path: string): EntryFile | undefined {
    const [collection] = relative(this.newsroom.content, path).split(sep);
    if (!collection || !Object.hasOwn(schemas, collection)) return undefined;
    return this.newsroom.files(collection as CollectionName).find((file) => file.path === path);
  }

  /** A file as it is typed, or on disk. */
  contentsOf(path: string): string {
    return this.#open.get(path) ?? readFileSync(path, 'utf8');
  }

  /** Notes what is typed, without reading it: enough for what is asked about a place in it. */
  note(path: string, contents: string): void {
    this.#open.set(path, contents);
  }

  /** Takes in what is typed. @param contents none, where its editor was closed. */
  type(path: string, contents: string | undefined): void {
    if (contents === undefined) this.#open.delete(path);
    else this.#open.set(path, contents);
    let file = this.fileAt(path);
    if (!file) {
      this.newsroom.survey();
      file = this.fileAt(path);
    }
    if (!file) return;
    this.#messages = undefined;
    this.#read(file);
    if (!isText(file.collection)) this.#desk = deskOf(this.newsroom, this.#ownRules).desk;
  }

  #read(file: EntryFile): void {
    const contents = this.#open.get(file.path);
    if (!isText(file.collection) || contents === undefined) {
      // What the desk asks of texts that are not open, `check` tells.
      const { references } = this.newsroom.read(file, ...(contents === undefined ? [] : [contents]));
      this.#references.set(file.path, references);
      return;
    }
    const { entry } = lookWithDesk(file, contents, this.newsroom, this.#desk);
    this.newsroom.take(file, entry);
    this.#references.set(file.path, entry.references);
  }

  /** What there is to say about a file. */
  messagesOf(path: string): readonly Message[] {
    this.#messages ??= Map.groupBy(this.newsroom.messages(), ({ file }) => file);
    return this.#messages.get(this.newsroom.nameOf(path)) ?? [];
  }

  /** Where an entry is named, in all files. */
  usesOf(collection: CollectionName, id: string): { path: string; references: PlacedReference[] }[] {
    return [...this.#references].flatMap(([path, all]) => {
      const references = all.filter((one) => one.to === collection && one.id === id);
      return references.length ? [{ path, references }] : [];
    });
  }

  /** The ids of a collection. */
  idsOf(collection: CollectionName): string[] {
    return this.newsroom.files(collection).map(({ id }) => id);
  }

  /** What readers know an entry by. */
  labelOf(collection: CollectionName, id: string): string {
    if (collection === 'explainers' || collection === 'notes' || collection === 'policies' || collection === 'pages')
      return this.newsroom.nameOf(this.newsroom.fileOf(collection, id)?.path ?? '');
    return (this.newsroom.records(collection).get(id) as { name?: string } | undefined)?.name ?? '';
  }
}
