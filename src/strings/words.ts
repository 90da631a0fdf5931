import { jsonIn } from '../folder.ts';
import type { WordsFile } from './message-format.ts';

// Node, which runs the commands, has none.
const isInVite = (import.meta.env as object | undefined) !== undefined;

/** The files in `words/`, by the tag of their language. What is published has them in a package of their own. */
const words: Readonly<Record<string, WordsFile>> = Object.fromEntries(
  Object.entries(
    isInVite
      ? import.meta.glob<WordsFile>('./words/*.json', { eager: true, import: 'default' })
      : await jsonIn<WordsFile>(new URL('./words/', import.meta.url)),
  ).map(([file, words]) => [/([\w-]+)\.json$/.exec(file)?.[1] ?? '', words]),
);

export default words;
