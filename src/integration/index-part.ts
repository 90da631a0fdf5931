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
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => decoded[name] ?? ' ');
  if (!/^(?:ja|zh|th|lo|km|my)/.test(lang)) return new Set(runsOf(text.toLowerCase()));
  const made = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, made);
  const words = [...made.segment(text.toLowerCase())].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
  return new Set(words.filter((word) => word.length > 1));
}

/** What a code unit is in a word: 1 where it may begin one, 2 where it may only stand in it. */
const kinds = new Uint8Array(0x10000).map((_, code) => {
  const sign = String.fromCharCode(code);
  if (/[\p{L}\p{M}\p{Cs}]/u.test(sign)) return 1;
  return /[\p{N}’'-]/u.test(sign) ? 2 : 0;
});

/** Runs of letters, by their code units: patterns take ten times as long, and a whole archive is gone through. */
function* runsOf(text: string): Generator<string> {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at < text.length ? kinds[text.charCodeAt(at)] : 0;
    if (start < 0 && kind === 1) start = at;
    else if (start >= 0 && !kind) {
      if (at - start > 1) yield text.slice(start, at);
      start = -1;
    }
  }
}
