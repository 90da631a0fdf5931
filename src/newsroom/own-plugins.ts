import type { PluggableList } from 'unified';
import { usePlugins } from '../document/plugins.ts';
import { defaultOf, ownFile } from './own-code.ts';

/**
 * Takes a newsroom’s plugins of remark: a file `remark.ts` in its folder, which exports a list of them by default.
 *
 * @param folder absolute. @returns the path of the file, if it is there.
 * @throws an error that names the file where it exports something else.
 */
export async function useOwnPlugins(folder: string): Promise<string | undefined> {
  const file = ownFile(folder, 'remark');
  const plugins = file ? await defaultOf(file) : [];
  if (!Array.isArray(plugins))
    throw new Error(`Unexpected export of ${file}: expected a list of plugins of remark by default.`);
  usePlugins(plugins as PluggableList);
  return file;
}
