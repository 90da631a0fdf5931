import { mkdirSync, openSync, readFileSync, readSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { serialiseTree } from './tree.ts';

/** A line of an index: the digest of a text, where its tree stands in the pack, and what else was found in the text. */
type Line<Found> = [digest: string, start: number, length: number, found: Found];

interface Place<Found> {
  pack: string;
  start: number;
  length: number;
  found: Found;
}

/** After this many builds the archive is emptied: it holds trees of stories that have changed or are gone. */
const MOST_PACKS = 50;

/**
 * Where trees are kept, by their digest, so that Astro’s data store stays small (trees in the store
 * tripled its time) and a digest always means the same tree.
 *
 * Each build that reads something adds a pack, `<name>.trees`, and its index, `<name>.index`: to
 * make a file for each of a thousand stories took a seventh of a cold build. A pack is only ever
 * added to, by one process, and an index line is written when its tree is.
 *
 * @typeParam Found what else was found in a text, as JSON: enough to check it again without reading it.
 */
export class Archive<Found = unknown> {
  readonly #folder: string;
  readonly #entries = new Map<string, Place<Found>>();
  #own: { name: string; trees: number; index: number; end: number } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    if (this.#packs().length > MOST_PACKS) for (const file of readdirSync(folder)) rmSync(join(folder, file));
    this.#readIndexes();
  }

  has(digest: string): boolean {
    return this.#entries.has(digest);
  }

  keep(digest: string, found: Found, tree?: Root): void {
    this.#own ??= this.#newPack();
    const start = this.#own.end;
    const length = writeSync(this.#own.trees, tree ? serialiseTree(tree) : '');
    writeSync(this.#own.index, `${JSON.stringify([digest, start, length, found] satisfies Line<Found>)}\n`);
    this.#own.end += length;
    this.#entries.set(digest, { pack: this.#own.name, start, length, found });
  }

  found(digest: string): Found {
    return this.#entryOf(digest).found;
  }

  tree(digest: string): Root {
    const { pack, start, length } = this.#entryOf(digest);
    const bytes = Buffer.alloc(length);
    readSync(this.#fileOf(pack), bytes, 0, length, start);
    return JSON.parse(bytes.toString('utf8')) as Root;
  }

  readonly #packs = () => readdirSync(this.#folder).filter((file) => file.endsWith('.index'));

  #newPack() {
    const name = `${Date.now().toString(36)}-${process.pid}-${this.#packs().length}`;
    const open = (kind: string) => openSync(join(this.#folder, `${name}.${kind}`), 'a');
    return { name, trees: open('trees'), index: open('index'), end: 0 };
  }

  /**
   * Reads the indexes again for a digest it does not know: in dev, the loader adds to the folder through another
   * object.
   */
  #entryOf(digest: string): Place<Found> {
    if (!this.#entries.has(digest)) this.#readIndexes();
    const entry = this.#entries.get(digest);
    if (!entry) throw new Error(`The tree ${digest} is not in ${this.#folder}: remove that folder and build again.`);
    return entry;
  }

  #readIndexes(): void {
    for (const file of this.#packs()) {
      const pack = file.replace(/\.index$/, '');
      for (const line of readFileSync(join(this.#folder, file), 'utf8').split('\n').slice(0, -1)) {
        const [digest, start, length, found] = JSON.parse(line) as Line<Found>;
        this.#entries.set(digest, { pack, start, length, found });
      }
    }
  }

  readonly #open = new Map<string, number>();

  #fileOf(pack: string): number {
    const file = this.#open.get(pack) ?? openSync(join(this.#folder, `${pack}.trees`), 'r');
    this.#open.set(pack, file);
    return file;
  }
}
