import type { RootContent } from 'mdast';

/** What was read of a file, before anything in it is recognised: text as Markdown’s tree, and what the form itself tells. */
export interface Manuscript {
  /** What to call it in a report. */
  name: string;
  blocks: RootContent[];
  headline?: string | undefined;
  description?: string | undefined;
  /** Names of those who wrote it. */
  authors?: string[] | undefined;
  /** A date or moment, ISO 8601. */
  published?: string | undefined;
  lang?: string | undefined;
  /** Its address in another system. */
  url?: string | undefined;
  /** What it would be called in addresses. */
  slug?: string | undefined;
  /** Whether it was a draft there. */
  draft?: boolean | undefined;
  /** Pictures that came with it, by the address that they have in the text. */
  pictures: Map<string, { name: string; bytes: Uint8Array }>;
}

/** Reads the files of a form. @param name the file’s, for the report. */
export type Form = (bytes: Uint8Array, name: string) => Manuscript[] | Promise<Manuscript[]>;

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');

/** A paragraph of plain words. `isLine` for one that may be a heading: a short line without an end. */
export const paragraph = (text: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
});

export const heading = (text: string, depth: 2 | 3 = 2): RootContent => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: text }],
});
