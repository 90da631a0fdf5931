import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { PlacedRecord } from '../stories/search.ts';
import { filesAt } from './census.ts';
import { indexFilesOf, isUsed } from './index-part.ts';
import type { DrawnPage, IndexPart, IndexedPage } from './index-part.ts';
import type { Reuse } from './reuse.ts';

/** The page of a story that readers can find. */
interface Found extends IndexedPage {
  record: PlacedRecord;
  /** Changes with what the page shows. */
  key: string;
}

/** A part of the index, and a digest of all its pages. */
type Part = IndexPart & { digest: string };

/** @param folder that of the first part: the others are in it. */
const partsIn = (found: readonly Found[], folder: string): Part[] =>
  [...Map.groupBy(found, ({ record: { part } }) => part)]
    .sort(([a], [b]) => a - b)
    .map(([number, all]) => ({
      folder: number ? join(folder, String(number)) : folder,
      hasCode: number === 0,
      pages: all.map(({ record, file, path }) => ({ record, file, path })),
      digest: createHash('sha256')
        .update(JSON.stringify(all.map(({ record, key }) => [record, key])))
        .digest('hex')
        .slice(0, 32),
    }));

/** The file that the thread runs: `ts` in the repository, `js` in the package. */
const thread = new URL(`index-thread.${import.meta.url.slice(-2)}`, import.meta.url);

/** The index of the search: pages are given to it as they are drawn, so that it is made meanwhile. */
export class SearchIndex {
  readonly #dist: string;
  readonly #reuse: Reuse | undefined;
  /** The parts of which a page has changed; others stay. */
  readonly #parts: Part[];
  /** The pages that are waited for, each with its part’s place in the order in which they are made. */
  readonly #awaited: Map<string, number>;
  readonly #thread: Worker | undefined;
  readonly #made: Promise<void>;

  /**
   * @param found the pages in their order; on it depend the bytes of the index.
   * @param dist the folder of what is built, at the site’s base.
   */
  constructor(found: readonly Found[], dist: string, address: AddressStyle, reuse: Reuse | undefined) {
    const folder = dirname(join(dist, pathOf(pages.searchBundle, { ...address, base: '/' })));
    this.#dist = dist;
    this.#reuse = reuse;
    this.#parts = partsIn(found, folder).filter(({ digest }) => !reuse?.takeAll(digest));
    this.#awaited = new Map(
      this.#parts.flatMap((part, at) =>
        part.pages.flatMap(({ file, path }) => (path === undefined ? [[file, at] as const] : [])),
      ),
    );
    const worker = this.#parts.length ? new Worker(thread, { workerData: this.#parts }) : undefined;
    // A build that fails does not wait for it.
    worker?.unref();
    this.#thread = worker;
    this.#made = new Promise((resolve, reject) => {
      if (!worker) resolve();
      worker?.on('error', reject);
      worker?.on('exit', () => resolve());
    });
    // Told of when all is there: until then, pages are drawn.
    this.#made.catch(() => undefined);
  }

  /** Whether a page is waited for: those of lower numbers first. */
  placeOf(file: string): number | undefined {
    return this.#awaited.get(file);
  }

  /** Takes a page that was drawn. @param html is gone from here then, as it goes to the thread without a copy. */
  add(file: string, html: ArrayBuffer): void {
    this.#awaited.delete(file);
    const page: DrawnPage = { file, html: new Uint8Array(html) };
    this.#thread?.postMessage(page, [html]);
  }

  /**
   * Waits for the index.
   *
   * @throws when Pagefind does not run on this machine.
   */
  async finish(): Promise<void> {
    // Of pages that Astro took from a cache of its own, too, there are files by now.
    for (const file of this.#awaited.keys()) this.add(file, textAt(join(this.#dist, file)));
    this.#thread?.ref();
    await this.#made;
    for (const part of this.#parts)
      this.#reuse?.madeTogether(
        indexFilesOf(part)
          .filter((file) => isUsed(file, part))
          .map((file) => relative(this.#dist, file).split(sep).join('/')),
        part.digest,
      );
  }
}

const textAt = (path: string): ArrayBuffer =>
  existsSync(path) ? new Uint8Array(readFileSync(path)).buffer : new ArrayBuffer();

/**
 * Makes the index of what was built, where pages were drawn by others.
 *
 * @throws when Pagefind does not run on this machine.
 */
export async function indexSearch(dist: string, address: AddressStyle): Promise<void> {
  const fileAt = filesAt(dist, address.base);
  const list = fileAt(pathOf(pages.searchRecords, address));
  if (!list) return;
  const records = JSON.parse(readFileSync(list, 'utf8')) as PlacedRecord[];
  rmSync(list);
  const found = records.flatMap((record) => {
    const file = fileAt(record.path);
    return file ? [{ record, file, path: file, key: '' }] : [];
  });
  await new SearchIndex(found, dist, address, undefined).finish();
}
