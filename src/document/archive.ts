import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import type { StoryReading } from './read.ts';
import { serialiseTree } from './tree.ts';

/** What is kept of a reading beside its tree: enough to check it again without reading the file. */
export type Kept = Pick<StoryReading, 'references' | 'sources' | 'findings'>;

/**
 * Where trees are kept: two files a document, named by its digest, so that Astro’s data store
 * stays small (trees in the store tripled its time) and a digest always means the same tree.
 */
export class Archive {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  readonly #path = (digest: string, what: 'tree' | 'facts') => join(this.#folder, `${digest}.${what}.json`);

  has(digest: string): boolean {
    return existsSync(this.#path(digest, 'facts'));
  }

  keep(digest: string, { references, sources, findings, tree }: StoryReading): void {
    if (tree) write(this.#path(digest, 'tree'), serialiseTree(tree));
    write(this.#path(digest, 'facts'), JSON.stringify({ references, sources, findings } satisfies Kept));
  }

  facts(digest: string): Kept {
    return JSON.parse(readFileSync(this.#path(digest, 'facts'), 'utf8')) as Kept;
  }

  tree(digest: string): Root {
    return JSON.parse(readFileSync(this.#path(digest, 'tree'), 'utf8')) as Root;
  }
}

/** Two builds at once must never see half a file. */
function write(path: string, text: string): void {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
