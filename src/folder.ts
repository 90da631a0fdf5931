/**
 * What each file of a folder of ours exports by default, by the file’s name without its ending, in the order of the
 * names. So a rule or a language is there when its file is, and no list has to name it.
 *
 * For Node only, where `node_modules` has `.js` for our `.ts`; code that Vite bundles has `import.meta.glob`.
 *
 * @param name which files count, by their name without the ending.
 */
export async function modulesIn<Module>(folder: URL, name: RegExp): Promise<Map<string, Module>> {
  // Not above: bundles of pages have this file, though none of them runs it.
  const { readdir } = await import('node:fs/promises');
  const files = (await readdir(folder)).filter((file) => /^[^.]+\.[jt]s$/.test(file)).sort();
  const modules = files.flatMap((file) => {
    const [stem = ''] = file.split('.');
    return name.test(stem) ? [{ stem, url: new URL(file, folder).href }] : [];
  });
  const load = async ({ stem, url }: (typeof modules)[number]) =>
    [stem, ((await import(/* @vite-ignore */ url)) as { default: Module }).default] as const;
  return new Map(await Promise.all(modules.map(load)));
}

/** What each JSON file of a folder of ours holds, by its name, in the order of the names. For Node only. */
export async function jsonIn<Held>(folder: URL): Promise<Record<string, Held>> {
  const { readdir, readFile } = await import('node:fs/promises');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const read = async (name: string) =>
    [name, JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Held] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}
