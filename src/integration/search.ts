import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { SearchRecord } from '../stories/search.ts';
import { filesAt } from './census.ts';

/** What of a story’s page is about it, and not of it. */
const left = ['.kicker', '.langs', '.glance', '.badge sup', '.end'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Says in a story’s page what a search may filter by. Only the index reads it: the page itself stays as it is. */
function withFacets(html: string, { date, lang, facets }: SearchRecord): string {
  const tag = (kind: 'filter' | 'meta', name: string, value: string) =>
    `<i data-pagefind-${kind}="${name}[title]" title="${escaped(value)}"></i>`;
  const tags = [
    tag('meta', 'date', date),
    ...Object.entries(facets).flatMap(([name, values]) => values.map((value) => tag('filter', name, value))),
  ];
  return html
    .replace(/<html lang="[^"]*"/, `<html lang="${lang}"`)
    .replace(/<article[^>]*>/, (start) => start + tags.join(''));
}

/**
 * Makes the index of the search, in the folder of what was built.
 *
 * @throws when Pagefind does not run on this machine.
 */
export async function indexSearch(dist: string, address: AddressStyle): Promise<void> {
  const fileAt = filesAt(dist, address.base);
  const list = fileAt(pathOf(pages.searchRecords, address));
  if (!list) return;
  const records = JSON.parse(readFileSync(list, 'utf8')) as SearchRecord[];
  rmSync(list);

  const { close, createIndex } = await import('pagefind');
  try {
    const { index, errors } = await createIndex({ rootSelector: 'article', excludeSelectors: left });
    if (!index) throw new Error(errors.join(' '));
    for (const record of records) {
      const file = fileAt(record.path);
      if (file) await index.addHTMLFile({ url: record.path, content: withFacets(readFileSync(file, 'utf8'), record) });
    }
    const { files } = await index.getFiles();
    const folder = dirname(join(dist, pathOf(pages.searchBundle, { ...address, base: '/' })));
    // Pagefind brings ready-made pages too; ours needs none of them.
    for (const { path, content } of files.filter((file) => !/^pagefind-(?!entry|worker)/.test(file.path))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  } finally {
    await close();
  }
}
