import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ShownOnPage } from '../astro/pictures.ts';

/** A file of the site as a build left it. */
interface Made {
  /** Changes with everything that the file is made of. */
  key: string;
  /** In bytes. */
  size: number;
  /** When it was written, in milliseconds since 1970. */
  time: number;
  /** What Astro has to make for it besides. */
  pictures?: ShownOnPage;
  /** How many files there are of its key, where they are of use together only. */
  of?: number;
}

/** What a build leaves behind for the next one. */
interface Record_ {
  /** The folder of the site. */
  folder: string;
  files: Record<string, Made>;
}

/**
 * What of the former site is as a build would make it again: it is put in its place as it is, by
 * another name for the same file, and neither drawn nor printed.
 *
 * A file is known by a key of all that it is made of, and by its size and time: one that somebody
 * has changed since, another integration for example, is made anew.
 */
export class Reuse {
  readonly #file: string;
  readonly #former: string;
  readonly #next: string;
  readonly #before: Readonly<Record<string, Made>>;
  readonly #now = new Map<string, Made>();
  readonly #folders = new Set<string>();
  /** How many files were put in place as they were. */
  taken = 0;

  /**
   * @param file where it is written down.
   * @param former the folder of the site as it is.
   * @param next the folder in which the new one is made; on the same disk.
   */
  constructor(file: string, former: string, next: string) {
    this.#file = file;
    this.#former = former;
    this.#next = next;
    this.#before = filesIn(file, former);
  }

  /** What is known of a file that would be made again as it is; `undefined` for any other. */
  find(file: string, key: string): Made | undefined {
    const made = this.#before[file];
    if (made?.key !== key) return undefined;
    const now = statOf(join(this.#former, file));
    return now?.size === made.size && now.time === made.time ? made : undefined;
  }

  /** Puts the former file in its place. @returns whether that could be done: not every disk has hard links. */
  take(file: string, made: Made): boolean {
    const to = join(this.#next, file);
    const folder = dirname(to);
    try {
      if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
      linkSync(join(this.#former, file), to);
    } catch {
      return false;
    }
    this.#now.set(file, made);
    this.taken += 1;
    return true;
  }

  /** Puts all former files of a key in their places. @returns whether there are such, each as it was left. */
  takeAll(key: string): boolean {
    const all = Object.entries(this.#before).filter(([, made]) => made.key === key);
    if (all.length !== all[0]?.[1].of || !all.every(([file]) => this.find(file, key))) return false;
    if (all.every(([file, made]) => this.take(file, made))) return true;
    // To write into one of them would be to write into the former site.
    for (const [file] of all) rmSync(join(this.#next, file), { force: true });
    return false;
  }

  /** The key of a file of this build. */
  keyOf(file: string): string | undefined {
    return this.#now.get(file)?.key;
  }

  /** Notes that files were made just now, of the same, and of use together only. */
  madeTogether(files: readonly string[], key: string): void {
    for (const file of files) {
      const now = statOf(join(this.#next, file));
      if (now) this.#now.set(file, { key, of: files.length, ...now });
    }
  }

  /** Notes that a file is made in this build, and of what. */
  make(file: string, key: string, pictures?: ShownOnPage): void {
    this.#now.set(file, { key, size: 0, time: 0, ...(pictures && { pictures }) });
  }

  /** Looks at what was made, before other integrations see to it: what they change is to be made anew each time. */
  look(): void {
    for (const [file, made] of this.#now) {
      const now = statOf(join(this.#next, file));
      if (now) this.#now.set(file, { ...made, ...now });
      else this.#now.delete(file);
    }
  }

  /** Looks again, before it is published. */
  check(): void {
    for (const [file, { size, time }] of this.#now) {
      const now = statOf(join(this.#next, file));
      if (now?.size !== size || now.time !== time) this.#now.delete(file);
    }
  }

  /** Writes down what of the published site may be taken by the next build. */
  keep(): void {
    const files = [...this.#now].flatMap(([file, made]): [string, Made][] => {
      // One that came out as it was has its former time by now.
      const now = statOf(join(this.#former, file));
      return now ? [[file, { ...made, ...now }]] : [];
    });
    write(this.#file, { folder: this.#former, files: Object.fromEntries(files) });
  }
}

/**
 * Writes down what may be taken of a site that was put together of others: what each of them noted, with the times that
 * files have here. One that is not whole is to be made anew.
 *
 * @param file where it is written down. @param folder that of the site. @param parts what the others wrote down.
 */
export function noteParts(file: string, folder: string, parts: readonly string[]): void {
  const noted = parts.flatMap((part) => Object.entries((JSON.parse(readFileSync(part, 'utf8')) as Record_).files));
  const files = noted.flatMap(([name, made]): [string, Made][] => {
    const now = statOf(join(folder, name));
    return now?.size === made.size ? [[name, { ...made, ...now }]] : [];
  });
  write(file, { folder, files: Object.fromEntries(files) });
}

function write(file: string, record: Record_): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.next`, JSON.stringify(record));
  renameSync(`${file}.next`, file);
}

function filesIn(file: string, folder: string): Record<string, Made> {
  if (!existsSync(file)) return {};
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Record_;
    return record.folder === folder ? record.files : {};
  } catch {
    // Written by halves, or by hand: nothing is known then, and all is made.
    rmSync(file, { force: true });
    return {};
  }
}

function statOf(path: string): { size: number; time: number } | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { size: stat.size, time: stat.mtimeMs };
}
