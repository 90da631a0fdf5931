import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SearchRecord } from '../stories/search.ts';

/** A page that is to be found. */
export interface IndexedPage {
  record: SearchRecord;
  /** From the folder of the site. */
  file: string;
  /** Where its file is, absolute; of a page that is drawn in this build, its text is sent. */
  path?: string | undefined;
}

/** A part of the index: see `stories/search.ts`. */
export interface IndexPart {
  /** Absolute. */
  folder: string;
  /** Whether what a browser runs belongs to it: to the first one. */
  hasCode: boolean;
  /** On their order depend the bytes of the index. */
  pages: IndexedPage[];
}

/** A page that was drawn. */
export interface DrawnPage {
  file: string;
  html: Uint8Array;
}

/** The files of a part, absolute, without those of parts in it. */
export const indexFilesOf = ({ folder }: Pick<IndexPart, 'folder'>): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return /^\d+$/.test(entry.name) ? [] : readdirSync(path).map((name) => join(path, name));
  });

/** What Pagefind writes that we use: it brings ready-made pages too. */
export const isUsed = (file: string, { folder, hasCode }: Pick<IndexPart, 'folder' | 'hasCode'>): boolean => {
  const name = relative(folder, file);
  return (
    /^(?:fragment|index|filter)[/\\]|^pagefind-entry\.json$|^words\.[\w-]+\.json$|\.pf_meta$/.test(name) ||
    (hasCode && /^pagefind(?:-worker)?\.js$|^wasm\./.test(name))
  );
};

const segmenters = new Map<string, Intl.Segmenter>();
const decoded: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a page, in lower case: in scripts without spaces, as a dictionary parts them. */
export function wordsOfPage(html: string, lang: string): Set<string> {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => decoded[name] ?? ' ')
    .toLowerCase();
  const made = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, made);
  const words = /^(?:ja|zh|th|lo|km|my)/.test(lang)
    ? [...made.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
    : (text.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*/gu) ?? []);
  return new Set(words.filter((word) => word.length > 1));
}
