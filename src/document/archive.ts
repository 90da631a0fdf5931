import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import type { StoryReading } from './read.ts';
import { serialiseTree } from './tree.ts';

/** What is kept of a reading beside its tree: enough to check it again without reading the file. */
export type Kept = Pick<StoryReading, 'references' | 'findings'>;

/**
 * Where trees are kept: a file a document, named by its digest, so that Astro’s data store stays
 * small (trees in the store tripled its time) and a digest always means the same tree.
 *
 * The first line is what was found, the second the tree; both are JSON.
 */
export class Archive {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  readonly #path = (digest: string) => join(this.#folder, `${digest}.jsonl`);

  readonly #lines = (digest: string) => readFileSync(this.#path(digest), 'utf8').split('\n');

  has(digest: string): boolean {
    return existsSync(this.#path(digest));
  }

  keep(digest: string, { references, findings, tree }: StoryReading): void {
    const path = this.#path(digest);
    const found = JSON.stringify({ references, findings } satisfies Kept);
    // Two builds at once must never see half a file.
    writeFileSync(`${path}.${process.pid}`, `${found}\n${tree ? serialiseTree(tree) : ''}`);
    renameSync(`${path}.${process.pid}`, path);
  }

  found(digest: string): Kept {
    return JSON.parse(this.#lines(digest)[0]!) as Kept;
  }

  tree(digest: string): Root {
    return JSON.parse(this.#lines(digest)[1]!) as Root;
  }
}
