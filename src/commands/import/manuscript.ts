import type { RootContent } from 'mdast';

/**
 * What was read of a file, before anything in it is recognised: text as Markdown’s tree, and what
 * the form itself tells.
 */
export interface Manuscript {
  /** What to call it in a report. */
  name: string;
  blocks: RootContent[];
  /** All words of its text, as the form has them: what is written is held against them. */
  words: string;
  headline?: string | undefined;
  description?: string | undefined;
  /** Names of those who wrote it. */
  authors?: string[] | undefined;
  /** A date or moment, ISO 8601. */
  published?: string | undefined;
  updated?: string | undefined;
  lang?: string | undefined;
  /** What it is about, the main topic first. */
  topics?: readonly ForeignTopic[] | undefined;
  /** Its address in another system. */
  url?: string | undefined;
  /** The hosts of the newsroom whose it is: links there are no sources. */
  hosts?: readonly string[] | undefined;
  /** What it would be called in addresses. */
  slug?: string | undefined;
  /** Paths at which readers know it. */
  aliases?: readonly string[] | undefined;
  /** Whether it was a draft there. */
  draft?: boolean | undefined;
  corrections?: readonly Record<string, string>[] | undefined;
  /** What a writer has to look at, as far as the form knows. */
  notes?: readonly string[] | undefined;
  /** Pictures that came with it, by the address that they have in the text. */
  pictures: Map<string, { name: string; bytes: Uint8Array }>;
}

/** A topic in another system. */
export interface ForeignTopic {
  id: string;
  name: string;
}

/** One text in a file. Each is read by itself, so that a broken one does not keep back the others. */
export interface Item {
  /** What it is in its own system: the same text has the same id in the next export, and no other text has it. */
  id: string;
  name: string;
  /** When it was published or last changed, as far as that is known without reading it: ISO 8601. */
  date?: string | undefined;
  /** @throws why it cannot be read, in a sentence. */
  read(): Manuscript | Promise<Manuscript>;
}

/** What a file holds. */
export interface Batch {
  items: Item[];
  /** What is in it and is no story: “53 comments”. */
  leftOut?: string[];
}

/**
 * Reads the files of a form.
 *
 * @param name the file’s, for the report.
 * @param id what the file is called as an item: made of its bytes.
 * @throws why it cannot be read, in a sentence.
 */
export type Form = (bytes: Uint8Array, name: string, id: string) => Batch | Promise<Batch>;

/** A paragraph of plain words. */
export const paragraph = (text: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
});
