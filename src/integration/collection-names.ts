import type { CollectionName } from '../schema/index.ts';

/** The names that a site gives our collections in `src/content.config.ts`; an empty one where nothing is in it. */
export type CollectionNames = Partial<Record<CollectionName, string>>;

/** What to say where the site lacks collections of ours, or has others by their names. */
export function notOurs(
  all: readonly CollectionName[],
  loaded: ReadonlySet<CollectionName>,
): { title: string; lines: string[] } | undefined {
  const missing = all.filter((name) => !loaded.has(name));
  const [first] = missing;
  if (!first) return undefined;
  const words = missing.map((name) => `“${name}”`).join(', ');
  return {
    title: `Missing ${words} of Nutgraf in the collections of src/content.config.ts.`,
    lines: [
      'Expected all of them:',
      '  import { collections as nutgraf } from ‘nutgraf/collections’;'.replace(/[‘’]/g, "'"),
      '  export const collections = { ...nutgraf };',
      `Where the site has a collection “${first}” of its own, give Nutgraf’s another name:`,
      `  const { ${first}, ...others } = nutgraf;`,
      `  export const collections = { ...others, newsroom${first[0]?.toUpperCase()}${first.slice(1)}: ${first}, ${first}: … };`,
    ],
  };
}
