import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { asker } from './ask.ts';

/** Files of a site that are to change, or to be there, each with its text. */
export type Changes = Readonly<Record<string, string>>;

/** Reads a file of a site; empty where there is none. */
export const readerOf = (folder: string) => (path: string) =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : '';

/**
 * Shows what a command would change in a site, and changes it on yes.
 *
 * @param yes it is wanted. @param dryRun it is only shown.
 * @returns whether it was changed.
 */
export async function propose(
  folder: string,
  changes: Changes,
  { yes, dryRun }: { yes?: boolean | undefined; dryRun?: boolean | undefined },
): Promise<boolean> {
  const read = readerOf(folder);
  const diffs = Object.entries(changes).map(([path, text]) =>
    createTwoFilesPatch(read(path) ? path : '/dev/null', path, read(path), text, undefined, undefined, {
      context: 2,
    }).replace(/^=+\n/, ''),
  );
  console.log(diffs.join('\n'));
  if (dryRun) return false;
  const ask = asker();
  try {
    const isWanted = yes ?? /^y/i.test(await ask('Change it so? (y/n)'));
    if (!isWanted) {
      console.log(
        ask.isAnswered ? 'Nothing was changed.' : 'Nothing was changed. To change it without being asked: --yes.',
      );
      return false;
    }
  } finally {
    ask.close();
  }
  for (const [path, text] of Object.entries(changes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return true;
}
