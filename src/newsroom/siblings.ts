import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Gives the text of files beside the one at `path`, an absolute path. */
export const siblingFiles =
  (path: string) =>
  (file: string): string | undefined => {
    const whole = resolve(dirname(path), file);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  };
