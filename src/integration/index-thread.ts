import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../stories/search.ts';
import { indexFilesOf, isUsed, wordsOfPage } from './index-part.ts';
import type { DrawnPage, IndexPart, IndexedPage } from './index-part.ts';

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

/**
 * A thread that hands pages to Pagefind, so that who draws them need not wait for it. It makes one part after the
 * other, each as soon as its pages are there, and ends when it has written the last.
 */
const drawn = new Map<string, PromiseWithResolvers<Uint8Array>>();
const pageOf = (file: string) => {
  const page = drawn.get(file) ?? Promise.withResolvers<Uint8Array>();
  drawn.set(file, page);
  return page;
};
parentPort!.on('message', ({ file, html }: DrawnPage) => pageOf(file).resolve(html));
const textOf = async ({ file, path }: IndexedPage) => {
  if (path !== undefined) return readFileSync(path, 'utf8');
  const html = await pageOf(file).promise;
  drawn.delete(file);
  return new TextDecoder().decode(html);
};
for (const part of workerData as IndexPart[]) {
  const { index, errors } = await createIndex({ rootSelector: 'article', excludeSelectors: left });
  if (!index) throw new Error(errors.join(' '));
  /** All words by language: a search that finds little looks for those that are like what was typed. */
  const words = new Map<string, Set<string>>();
  for (const page of part.pages) {
    const { lang, path } = page.record;
    const article = articleIn(await textOf(page));
    await index.addHTMLFile({ url: path, content: indexed(article, page.record) });
    const known = words.get(lang) ?? new Set();
    words.set(lang, known);
    for (const word of wordsOfPage(article, lang)) known.add(word);
  }
  const written = await index.writeFiles({ outputPath: part.folder });
  if (written.errors.length) throw new Error(written.errors.join(' '));
  for (const [lang, known] of words)
    writeFileSync(join(part.folder, `words.${lang}.json`), JSON.stringify([...known].sort()));
  await index.deleteIndex();
  for (const file of indexFilesOf(part)) if (!isUsed(file, part)) rmSync(file);
}
await close();
parentPort!.close();
