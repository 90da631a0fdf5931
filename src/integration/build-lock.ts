import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { plainError } from '../astro/plain-error.ts';

/** A file that says which process builds a site: two at once would mix their files. */
export class BuildLock {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  /**
   * Takes the lock; one whose process is gone is taken over.
   *
   * @throws an error for the newsroom where another build of the site is under way.
   */
  static take(file: string): BuildLock {
    for (;;) {
      try {
        const handle = openSync(file, 'wx');
        writeSync(handle, String(process.pid));
        closeSync(handle);
        return new BuildLock(file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const owner = Number(readFileSync(file, 'utf8'));
        if (owner && owner !== process.pid && isAlive(owner)) {
          throw plainError('Another build of this site is under way.', [
            `Process ${owner} builds it: expected that to end first. If it is no build, remove ${file}.`,
          ]);
        }
        rmSync(file, { force: true });
      }
    }
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
