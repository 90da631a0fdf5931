import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuildLock } from './build-lock.ts';

/** What a build changed of the site that was there: files, by their paths from its root. */
export interface SiteChanges {
  added: string[];
  changed: string[];
  removed: string[];
  /** How many stayed as they were, with their times. */
  kept: number;
}

/** Who is told of a publication. */
interface Publishing {
  /** @param former the folder of the site as it is. @param next that in which the new one is made. */
  begins: (former: string, next: string) => void;
  /** When all other integrations have done what they do. */
  isMade: () => void;
  ends: (publication: SiteChanges) => void;
}

/**
 * Makes a build publish whole or not at all. Astro empties its folder before it knows whether the
 * site can be built; so it is given a folder beside it, `.dist.next`, which takes the place of the
 * former site by a rename when everything else is done. Added after all other integrations, so that
 * theirs have written what they write.
 */
export function publishing({ begins, isMade, ends }: Publishing): AstroIntegration {
  let [target, staging] = ['', ''];
  let lock: BuildLock | undefined;
  return {
    name: 'nutgraf/publishing',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        // Who tells Vite not to empty the folder wants to add to what is in it.
        if (command !== 'build' || config.vite.build?.emptyOutDir === false) return;
        target = await resolved(fileURLToPath(config.outDir));
        staging = join(dirname(target), `.${basename(target)}.next`);
        lock = BuildLock.take(join(dirname(target), `.${basename(target)}.lock`));
        recover(target);
        rmSync(staging, { recursive: true, force: true });
        begins(target, staging);
        const inStaging = (folder: URL) =>
          pathToFileURL(join(staging, relative(fileURLToPath(config.outDir), fileURLToPath(folder))) + sep);
        updateConfig({
          outDir: pathToFileURL(staging + sep),
          build: { client: inStaging(config.build.client), server: inStaging(config.build.server) },
        });
        // A build that fails leaves nothing behind: the disk may be full of it.
        process.once('exit', () => {
          rmSync(staging, { recursive: true, force: true });
          lock?.release();
        });
      },
      'astro:build:done': async ({ logger }) => {
        if (!staging) return;
        isMade();
        const publication = keepUnchanged(staging, target);
        const { added, changed, removed, kept } = publication;
        if (!(await swap(staging, target, publication))) {
          logger.warn(`${target} cannot be renamed, so its files were put in place one by one, not at once.`);
        }
        ends(publication);
        lock?.release();
        const counts = [
          [added, 'new'],
          [changed, 'changed'],
          [removed, 'removed'],
        ] as const;
        const parts = counts.filter(([files]) => files.length).map(([files, word]) => `${files.length} ${word}`);
        logger.info(`Published to ${target}: ${[...parts, `${kept} as they were`].join(', ')}.`);
      },
    },
  };
}

/** A folder may be a link to where a host serves from: what it leads to is replaced, not the link. */
const resolved = async (folder: string): Promise<string> =>
  existsSync(folder) ? realpath(folder) : join(await nearestReal(dirname(folder)), basename(folder));

const nearestReal = (folder: string): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  return realpath(folder);
};

const formerOf = (target: string) => join(dirname(target), `.${basename(target)}.former`);

/** Brings back the former site where a build was killed between the two renames of {@link swap}. */
function recover(target: string): void {
  const former = formerOf(target);
  if (!existsSync(former)) return;
  if (existsSync(target)) rmSync(former, { recursive: true, force: true });
  else renameSync(former, target);
}

/**
 * Puts the former file in the place of each that is the same to the byte, so that it keeps its time:
 * a host’s sync then sends only what changed. On disks without hard links, files get a new time.
 */
function keepUnchanged(next: string, former: string): SiteChanges {
  const [now, before] = [filesIn(next), filesIn(former)];
  const publication: SiteChanges = { added: [], changed: [], removed: [], kept: 0 };
  for (const file of now) {
    if (!before.has(file)) publication.added.push(file);
    else if (isOne(join(next, file), join(former, file))) publication.kept += 1;
    else if (!isSame(join(next, file), join(former, file))) publication.changed.push(file);
    else {
      publication.kept += 1;
      takeFormer(join(next, file), join(former, file));
    }
  }
  publication.removed.push(...[...before].filter((file) => !now.has(file)));
  return publication;
}

const filesIn = (folder: string): Set<string> =>
  new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
          .filter((file) => file.split(sep)[0] !== '.git')
          .sort()
      : [],
  );

/** What was put in place as it was is one file under two names. */
const isOne = (one: string, other: string): boolean => {
  const [a, b] = [statSync(one), statSync(other)];
  return a.ino !== 0 && a.ino === b.ino && a.dev === b.dev;
};

const isSame = (one: string, other: string): boolean =>
  statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other));

function takeFormer(next: string, former: string): void {
  const aside = `${next}.former`;
  try {
    linkSync(former, aside);
  } catch {
    return;
  }
  renameSync(aside, next);
}

/** Why a folder cannot be renamed as a whole: it is where a disk is mounted, or on another one. */
const notAFolderOfItsOwn = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'EINVAL']);

/**
 * Puts a folder in the place of another by renames; the former one is gone only when the new one
 * stands. Where the folder itself cannot be renamed, its files are put in place one by one.
 *
 * @returns whether it was done at once.
 */
async function swap(next: string, target: string, { removed }: SiteChanges): Promise<boolean> {
  const former = formerOf(target);
  // The branch of a static host may be checked out in the folder, as Astro knows, too.
  if (existsSync(join(target, '.git'))) await cp(join(target, '.git'), join(next, '.git'), { recursive: true });
  try {
    if (existsSync(target)) renameSync(target, former);
  } catch (error) {
    if (!notAFolderOfItsOwn.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await cp(next, target, { recursive: true, preserveTimestamps: true });
    for (const file of removed) rmSync(join(target, file), { force: true });
    return false;
  }
  try {
    renameSync(next, target);
  } catch (error) {
    if (existsSync(former)) renameSync(former, target);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
  return true;
}

/**
 * Lists what a publication changed, a path from the site’s folder in each line, for tools that send a
 * site somewhere or clear a cache: `changed.txt`, with what is new, and `removed.txt`. Not all that was
 * made is another than before: that is in `made.txt`.
 */
export function tellWhatChanged(
  folder: string,
  { added, changed, removed }: SiteChanges,
  made: readonly string[],
): void {
  const lists = { changed: [...added, ...changed], removed, made };
  for (const [name, files] of Object.entries(lists)) {
    const lines = files.map((file) => `${file.split(sep).join('/')}\n`).sort();
    writeFileSync(join(folder, `${name}.txt`), lines.join(''));
  }
}
