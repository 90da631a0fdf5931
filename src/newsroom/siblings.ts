import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { digestOf } from '../stories/ledger.ts';

/** Gives the text of files beside the one at `path`, an absolute path. */
export const siblingFiles =
  (path: string) =>
  (file: string): string | undefined => {
    const whole = resolve(dirname(path), file);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  };

/** A digest of a text and of all files that it is made of, whatever a repository makes of its line ends. */
export const sourceDigest = (path: string, contents: string, files: readonly string[]): string =>
  digestOf(
    [contents, ...files.map((file) => siblingFiles(path)(file) ?? '')].map((one) => one.replaceAll('\r\n', '\n')),
  );
