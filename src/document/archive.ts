import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { Root } from 'hast';
import { serialiseTree } from './tree.ts';

/** Of the table below; one of another version is of no use. */
const FORMAT = 1;

const FILE = 'trees.sqlite';

/** A text as it is kept. */
interface Row {
  found: string;
  tree: string;
  extract: string;
  /** The CRC-32 of the three. */
  sum: number;
}

const sumOf = ({ found, tree, extract }: Omit<Row, 'sum'>): number => crc32(extract, crc32(tree, crc32(found)));

/** What SQLite says of a file that is no database, or no longer a sound one (sqlite.org/rescode.html). */
const isBroken = (error: unknown): boolean =>
  [11 /* SQLITE_CORRUPT */, 26 /* SQLITE_NOTADB */].includes(Number((error as { errcode?: number }).errcode) & 0xff);

/**
 * Where trees are kept, by their digest, so that Astro’s data store stays small (trees in the store
 * tripled its time) and a digest always means the same tree.
 *
 * It is a cache that heals itself: a file of another version or one that is broken is dropped, a text
 * whose bytes are not those that were kept is not there, and its story is read again. What a killed
 * build had not committed is not there either.
 *
 * @typeParam Found what else was found in a text, as JSON: enough to check it again without reading it.
 */
export class Archive<Found = unknown> {
  readonly #folder: string;
  readonly #tell: (line: string) => void;
  readonly #asked = new Set<string>();
  #database: DatabaseSync;
  #select: StatementSync;
  #insert: StatementSync;
  #isWriting = false;

  /** @param tell told in a line when what was kept is of no use. */
  constructor(folder: string, tell: (line: string) => void = () => undefined) {
    this.#folder = folder;
    this.#tell = tell;
    mkdirSync(folder, { recursive: true });
    // Of earlier versions, which had packs of their own.
    for (const name of readdirSync(folder)) if (/\.(trees|index)$/.test(name)) rmSync(join(folder, name));
    [this.#database, this.#select, this.#insert] = this.#open();
  }

  /** Whether a text is kept, as it was. */
  has(digest: string): boolean {
    return this.#healing(() => {
      const row = this.#select.get(digest) as Row | undefined;
      const isKept = row !== undefined && row.sum === sumOf(row);
      if (isKept) this.#asked.add(digest);
      else if (row) this.#tell(`A text in ${join(this.#folder, FILE)} is not as it was kept: it is read again.`);
      return isKept;
    }, false);
  }

  /**
   * Keeps a text; see {@link commit}.
   *
   * @param extract what lists need of the tree, as JSON: to read the whole of it for a line of a list takes long.
   */
  keep(digest: string, found: Found, tree?: Root, extract?: object): void {
    const row = {
      found: JSON.stringify(found),
      tree: tree ? serialiseTree(tree) : '',
      extract: extract ? serialiseTree(extract) : '',
    };
    this.#asked.add(digest);
    this.#healing(() => {
      if (!this.#isWriting) this.#database.exec('BEGIN');
      this.#isWriting = true;
      this.#insert.run(digest, row.found, row.tree, row.extract, sumOf(row));
    }, undefined);
  }

  /** Lets others see what was kept: all of it or, when the process ends before, none. */
  commit(): void {
    if (!this.#isWriting) return;
    this.#isWriting = false;
    this.#healing(() => this.#database.exec('COMMIT'), undefined);
  }

  /** Takes out what nobody has asked for since the archive was opened, where that is more than what was. */
  prune(): void {
    this.commit();
    this.#healing(() => {
      const digests = this.#database.prepare('SELECT digest FROM texts').all() as { digest: string }[];
      const unused = digests.filter(({ digest }) => !this.#asked.has(digest));
      if (unused.length <= Math.max(100, this.#asked.size)) return;
      const remove = this.#database.prepare('DELETE FROM texts WHERE digest = ?');
      this.#database.exec('BEGIN');
      for (const { digest } of unused) remove.run(digest);
      this.#database.exec('COMMIT');
    }, undefined);
  }

  found(digest: string): Found {
    return JSON.parse(this.#rowOf(digest).found) as Found;
  }

  tree(digest: string): Root {
    return JSON.parse(this.#rowOf(digest).tree) as Root;
  }

  /** What lists need of a tree, as it was kept. */
  extract(digest: string): unknown {
    const { extract } = this.#rowOf(digest);
    return extract ? JSON.parse(extract) : undefined;
  }

  #rowOf(digest: string): Row {
    const row = this.#select.get(digest) as Row | undefined;
    if (!row || row.sum !== sumOf(row))
      throw new Error(`The tree ${digest} is not in ${this.#folder}: remove that folder and build again.`);
    return row;
  }

  #open(): [DatabaseSync, StatementSync, StatementSync] {
    try {
      return this.#prepared();
    } catch (error) {
      if (!isBroken(error)) throw error;
      this.#drop('is broken');
      return this.#prepared();
    }
  }

  #prepared(): [DatabaseSync, StatementSync, StatementSync] {
    // Another process may be writing: a dev server beside a build.
    const database = new DatabaseSync(join(this.#folder, FILE), { timeout: 10_000 });
    try {
      const { user_version: format } = database.prepare('PRAGMA user_version').get() as { user_version: number };
      const isNew = format === 0;
      if (!isNew && format !== FORMAT) {
        this.#tell(`What was kept in ${join(this.#folder, FILE)} is of another version: all stories are read anew.`);
        database.exec('DROP TABLE IF EXISTS texts');
      }
      // Readers need not wait for a writer; after a failure of power some of it may be missing, and nothing is torn.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      database.exec(
        'CREATE TABLE IF NOT EXISTS texts (digest TEXT PRIMARY KEY, found TEXT, tree TEXT, extract TEXT, sum INTEGER) STRICT',
      );
      if (format !== FORMAT) database.exec(`PRAGMA user_version = ${FORMAT}`);
      return [
        database,
        database.prepare('SELECT found, tree, extract, sum FROM texts WHERE digest = ?'),
        database.prepare('INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?)'),
      ];
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Does something with the database; one that proves broken is begun anew, and nothing is in it then. */
  #healing<Value>(act: () => Value, otherwise: Value): Value {
    try {
      return act();
    } catch (error) {
      if (!isBroken(error)) throw error;
      this.#database.close();
      this.#isWriting = false;
      this.#drop('is broken');
      [this.#database, this.#select, this.#insert] = this.#prepared();
      return otherwise;
    }
  }

  #drop(reason: string): void {
    this.#tell(`What was kept in ${join(this.#folder, FILE)} ${reason}: all stories are read anew.`);
    for (const end of ['', '-wal', '-shm']) rmSync(join(this.#folder, FILE + end), { force: true });
  }
}
