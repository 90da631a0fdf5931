import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { SearchRecord } from '../stories/search.ts';
import { filesAt } from './census.ts';
import type { Reuse } from './reuse.ts';

/** What of a story’s page is about it, and not of it. */
const left = ['.kicker', '.langs', '.glance', '.badge sup', '.end'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * What of a story’s page is indexed, with what a search may filter by. Only the index reads it: the page
 * itself stays as it is, and its head and frame need not be read.
 */
function indexed(article: string, { date, lang, facets }: SearchRecord): string {
  const tag = (kind: 'filter' | 'meta', name: string, value: string) =>
    `<i data-pagefind-${kind}="${name}[title]" title="${escaped(value)}"></i>`;
  const tags = [
    tag('meta', 'date', date),
    ...Object.entries(facets).flatMap(([name, values]) => values.map((value) => tag('filter', name, value))),
  ];
  return `<!doctype html><html lang="${lang}"><body>${article.replace(/<article[^>]*>/, (start) => start + tags.join(''))}</article></body></html>`;
}

/** The part of a story’s page that is the story. */
function articleIn(html: string): string {
  const [from, to] = [html.indexOf('<article'), html.lastIndexOf('</article>')];
  return from < 0 || to < 0 ? html : html.slice(from, to);
}

/** The page of a story that readers can find. */
interface Found {
  record: SearchRecord;
  /** From the folder of the site. */
  file: string;
  /** Changes with what the page shows. */
  key: string;
}

/** The index of the search: pages are given to it as they are drawn, so that it is made meanwhile. */
export class SearchIndex {
  readonly #address: AddressStyle;
  readonly #reuse: Reuse | undefined;
  readonly #digest: string;
  readonly #isThere: boolean;
  readonly #awaited: Set<string>;
  readonly #drawn = new Map<string, PromiseWithResolvers<string>>();
  readonly #files: Promise<{ path: string; content: Uint8Array }[]>;

  /**
   * @param found the pages in their order; on it depend the bytes of the index.
   * @param read the text of a page that is not drawn in this build; `undefined` for one that is.
   */
  constructor(
    found: readonly Found[],
    read: (file: string) => string | undefined,
    address: AddressStyle,
    reuse: Reuse | undefined,
  ) {
    this.#address = address;
    this.#reuse = reuse;
    const key = JSON.stringify(found.map((page) => [page.record, page.key]));
    this.#digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
    this.#isThere = reuse?.takeAll(this.#digest) ?? false;
    this.#awaited = new Set(this.#isThere ? [] : found.map(({ file }) => file));
    this.#files = this.#isThere ? Promise.resolve([]) : this.#index(found, read);
    // Told of when it is written: until then, pages are drawn.
    this.#files.catch(() => undefined);
  }

  /** Whether a page is waited for. */
  needs(file: string): boolean {
    return this.#awaited.has(file);
  }

  /** Takes a page that was drawn. */
  add(file: string, html: string): void {
    this.#awaited.delete(file);
    this.#pageOf(file).resolve(articleIn(html));
  }

  /**
   * Writes the index, in the folder of what was built; one of the same pages stays.
   *
   * @throws when Pagefind does not run on this machine.
   */
  async write(dist: string): Promise<void> {
    if (this.#isThere) return;
    const files = await this.#files;
    const folder = dirname(join(dist, pathOf(pages.searchBundle, { ...this.#address, base: '/' })));
    const made = files.map(({ path, content }) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      return relative(dist, join(folder, path)).split(sep).join('/');
    });
    this.#reuse?.madeTogether(made, this.#digest);
  }

  #pageOf(file: string): PromiseWithResolvers<string> {
    const page = this.#drawn.get(file) ?? Promise.withResolvers<string>();
    this.#drawn.set(file, page);
    return page;
  }

  async #index(found: readonly Found[], read: (file: string) => string | undefined) {
    const { close, createIndex } = await import('pagefind');
    try {
      const { index, errors } = await createIndex({ rootSelector: 'article', excludeSelectors: left });
      if (!index) throw new Error(errors.join(' '));
      for (const { record, file } of found) {
        const page = read(file);
        const article = page === undefined ? await this.#pageOf(file).promise : articleIn(page);
        this.#drawn.delete(file);
        await index.addHTMLFile({ url: record.path, content: indexed(article, record) });
      }
      const { files } = await index.getFiles();
      // Pagefind brings ready-made pages too; ours needs none of them.
      return files.filter((file) => !/^pagefind-(?!entry|worker)/.test(file.path));
    } finally {
      await close();
    }
  }
}

/**
 * Makes the index of what was built, where pages were drawn by others.
 *
 * @throws when Pagefind does not run on this machine.
 */
export async function indexSearch(dist: string, address: AddressStyle): Promise<void> {
  const fileAt = filesAt(dist, address.base);
  const list = fileAt(pathOf(pages.searchRecords, address));
  if (!list) return;
  const records = JSON.parse(readFileSync(list, 'utf8')) as SearchRecord[];
  rmSync(list);
  const found = records.flatMap((record) => {
    const file = fileAt(record.path);
    return file ? [{ record, file, key: '' }] : [];
  });
  await new SearchIndex(found, (file) => readFileSync(file, 'utf8'), address, undefined).write(dist);
}
