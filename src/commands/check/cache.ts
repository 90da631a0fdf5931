import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What was found in files before, by the digest of all that it depends on. One file of JSON; a
 * broken one is an empty one.
 */
export class Cache<Kept> {
  readonly #file: string;
  readonly #before: Record<string, Kept>;
  readonly #now: Record<string, Kept> = {};
  #isChanged = false;

  constructor(file: string) {
    this.#file = file;
    this.#before = (readJson(file) ?? {}) as Record<string, Kept>;
  }

  /** What is kept under a digest, where it still holds. */
  get(digest: string, holds: (kept: Kept) => boolean): Kept | undefined {
    const before = Object.hasOwn(this.#before, digest) ? this.#before[digest] : undefined;
    if (before === undefined || !holds(before)) return undefined;
    return (this.#now[digest] = before);
  }

  /** Keeps what was made now. */
  set(digest: string, kept: Kept): void {
    this.#isChanged = true;
    this.#now[digest] = kept;
  }

  /**
   * Writes what was asked for since it was opened.
   *
   * @param isWhole whether everything was asked for: then the rest goes.
   */
  write(isWhole: boolean): void {
    const kept = isWhole ? this.#now : { ...this.#before, ...this.#now };
    if (!this.#isChanged && Object.keys(kept).length === Object.keys(this.#before).length) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, this.#file);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
