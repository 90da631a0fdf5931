import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** A file that is to be taken in. */
export interface GivenFile {
  /** Absolute. */
  path: string;
  /** As a writer knows it. */
  name: string;
}

/**
 * The files that arguments name: files, folders with all that is in them, and globs.
 *
 * @param isKnown whether a file of a folder or glob is of a form that can be read; one that is named is taken anyway.
 */
export function givenFiles(args: readonly string[], folder: string, isKnown: (name: string) => boolean): GivenFile[] {
  const found = new Map<string, GivenFile>();
  const add = (path: string) => {
    found.set(path, { path, name: relative(folder, path) || path });
  };
  for (const arg of args) {
    const path = resolve(folder, arg);
    if (existsSync(path) && statSync(path).isDirectory())
      for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
        // A list of what is in the folder is Hugo’s, and no story.
        if (isKnown(name) && !/(?:^|[/\\])(?:[._]|node_modules[/\\])/.test(name) && statSync(join(path, name)).isFile())
          add(join(path, name));
      }
    else if (!existsSync(path) && /[*?{[]/.test(arg))
      for (const name of globSync(arg, { cwd: folder }).sort()) {
        if (isKnown(name) && statSync(resolve(folder, name)).isFile()) add(resolve(folder, name));
      }
    else add(path);
  }
  return [...found.values()];
}
