import { existsSync, readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { privateKeyOf } from '../renderings/signature.ts';

/** Where the private key is: the path of its file, or the key itself, as CI systems keep secrets. */
export const KEY_VARIABLE = 'NUTGRAF_KEY';

let known: { of: string; key: KeyObject } | undefined;

/**
 * The newsroom’s private key. It is read where it is used: what is built, and what threads are given, never has it.
 *
 * @throws a sentence, where there is something that is no key.
 */
export function signingKey(environment: NodeJS.ProcessEnv = process.env): KeyObject | undefined {
  const of = environment[KEY_VARIABLE];
  if (!of) return undefined;
  if (known?.of === of) return known.key;
  if (!of.includes('-----BEGIN') && !existsSync(of))
    throw new Error(`Unknown file “${of}” in ${KEY_VARIABLE}: expected the path of a private key, or the key itself.`);
  const key = privateKeyOf(of.includes('-----BEGIN') ? of : readFileSync(of, 'utf8'));
  known = { of, key };
  return key;
}
