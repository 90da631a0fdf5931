import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Options } from '../options.ts';
import { KEY_VARIABLE, signingKey } from '../outputs/signing.ts';
import { keyIdOf, publicPartOf } from '../renderings/signature.ts';

/** Where a private key must not be, each with why. */
export interface Exposed {
  /** Folders whose files are published or built. */
  folders: readonly string[];
  root: string;
}

/**
 * The id of the key that a build signs with; none, where there is no key.
 *
 * @throws a sentence, before anything is built, where the key would become public or is not the newsroom’s.
 */
export function signerOf({ keys }: Pick<Options, 'keys'>, exposed: Exposed, environment = process.env): string {
  if (!keys.length) return '';
  const key = signingKey(environment);
  if (!key) return '';
  const place = environment[KEY_VARIABLE] ?? '';
  if (!place.includes('-----BEGIN')) {
    const problem = exposureOf(resolve(place), exposed);
    if (problem) throw new Error(problem);
  }
  const own = publicPartOf(key);
  if (!keys.some(({ publicKey }) => publicKey === own))
    throw new Error(
      `Unexpected key ${keyIdOf(own)} in ${KEY_VARIABLE}: expected one whose public part is among the setting “keys”. Its own is “${own}”.`,
    );
  return keyIdOf(own);
}

/** What is wrong with where a private key is, or is to be. */
export function exposureOf(file: string, { folders, root }: Exposed): string | undefined {
  const isIn = (folder: string) => file.startsWith(resolve(folder) + sep);
  const published = folders.find(isIn);
  const name = relative(root, file);
  if (published)
    return `Unexpected place of the private key, ${name}: expected it outside ${relative(root, published)}/, which is published.`;
  if (isIn(root) && existsSync(file) && isTracked(file, root))
    return `Unexpected private key in Git, ${name}: expected it to be ignored. Whoever has the repository can sign as you: make a new key with “nutgraf keys”, and say “until” of this one.`;
  return undefined;
}

function isTracked(file: string, root: string): boolean {
  try {
    execFileSync('git', ['ls-files', '--error-unmatch', file], { cwd: root, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
