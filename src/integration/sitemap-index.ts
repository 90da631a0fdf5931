import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';

/**
 * The index of sitemaps. `@astrojs/sitemap`, which lists all pages of a site, writes one of that name
 * over it; then it is to have both.
 */
export class SitemapIndex {
  readonly #file: string;
  readonly #ours: string | undefined;

  /** @param folder of the pages, as they were drawn: other integrations have written nothing yet. */
  constructor(folder: string, address: AddressStyle) {
    this.#file = join(folder, pathOf(pages.sitemapIndex, { ...address, base: '/' }));
    this.#ours = read(this.#file);
  }

  /** When all others have written. */
  join(): void {
    const theirs = read(this.#file);
    if (this.#ours !== undefined && theirs !== undefined && theirs !== this.#ours)
      writeFileSync(this.#file, joined(theirs, this.#ours));
  }
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** An index with what it lacks of another. */
export function joined(theirs: string, ours: string): string {
  const locOf = (entry: string) => /<loc>(.*?)<\/loc>/s.exec(entry)?.[1];
  const entriesOf = (index: string) => index.match(/<sitemap>.*?<\/sitemap>/gs) ?? [];
  const listed = new Set(entriesOf(theirs).map(locOf));
  const added = entriesOf(ours).filter((entry) => !listed.has(locOf(entry)));
  return theirs.replace(/(?=<\/sitemapindex>)/, () => added.join(''));
}
