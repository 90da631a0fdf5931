import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file of code in a newsroom’s own folder, by its name without an ending: absolute, where it is there. */
export const ownFile = (folder: string, name: string): string | undefined =>
  ['ts', 'js', 'mjs'].map((ending) => join(folder, `${name}.${ending}`)).find((path) => existsSync(path));

/** What a file of the newsroom’s exports by default. */
export async function defaultOf(file: string): Promise<unknown> {
  // The query lets a restart of the dev server see a file that has changed.
  const url = `${pathToFileURL(file).href}?${statSync(file).mtimeMs}`;
  return ((await import(/* @vite-ignore */ url)) as { default?: unknown }).default;
}
