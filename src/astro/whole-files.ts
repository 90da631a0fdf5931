import { glob } from 'astro/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';

/** Which files, and how each is named. */
interface Files {
  /** The folder, absolute. */
  base: string;
  /** A glob, from there. */
  pattern: string;
  /** Files and folders that are none of them, by their paths from the folder, with `/`. */
  without?: readonly string[];
  /** What the names of the files end in, such as `.mdx`. */
  endings: readonly string[];
  /** The id of a file. @param name its path from the folder, with `/`. */
  idOf: (name: string) => string;
}

/** Astro hands every loader the readers of its file types, and leaves them out of the published type. */
interface GlobContext extends LoaderContext {
  entryTypes: Map<string, { getEntryInfo(file: { contents: string }): Promise<object> }>;
}

/**
 * Astro’s `glob()` as a loader of whole files: Astro finds, watches and stores them; what it would
 * parse comes to `parseData` as it was written, as `{ contents }`.
 *
 * Relies on what Astro 7.3 does and does not promise:
 * - `glob()` asks `context.entryTypes` for the reader of a file, by what its name ends in, and gives
 *   the `data` of its `getEntryInfo({ contents })` to `parseData`.
 * - It asks `store.get(id)` first, and leaves a file alone whose entry has a `filePath` and the
 *   digest that `generateDigest(contents)` gives.
 * - It calls `store.delete(id)` for what is in the store and not among the files, and for a file
 *   that is deleted while it watches.
 */
export function wholeFiles({ base, pattern, without = [], endings, idOf }: Files): Loader {
  // The contents go along as data: two changes in quick succession must not mix.
  const whole = {
    getEntryInfo: ({ contents }: { contents: string }) =>
      Promise.resolve({ data: { contents }, rawData: '', body: '', slug: '' }),
  };
  const entryTypes: GlobContext['entryTypes'] = new Map(endings.map((ending) => [ending, whole]));
  const ignored = without.map(literal).flatMap((path) => [`!${path}`, `!${path}/**`]);
  const loader = glob({
    base,
    pattern: [pattern, ...ignored],
    retainBody: false,
    generateId: ({ entry }) => idOf(entry),
  });
  const load = (context: LoaderContext) => {
    const given: GlobContext = { ...context, entryTypes };
    return loader.load(given);
  };
  return { name: loader.name, load };
}

/** A path as a glob that means itself alone. */
const literal = (path: string) => path.replace(/[\\$^*+?()[\]{}|!@#]/g, '\\$&');

/** What a file of `wholeFiles` says. @throws when Astro read it after all: see there. */
export function contentsIn(data: Record<string, unknown>): string {
  const { contents } = data;
  if (typeof contents === 'string') return contents;
  throw new Error('Astro’s glob() no longer reads files by `context.entryTypes`: this Nutgraf is for another Astro.');
}
