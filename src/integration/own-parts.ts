import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { plainError } from '../astro/plain-error.ts';
import { nearest } from '../schema/nearest.ts';

const folder = fileURLToPath(new URL('../parts/', import.meta.url));

/** Our parts of pages, by name. */
const ours = (): string[] => readdirSync(folder).map((file) => file.replace('.astro', ''));

/**
 * A newsroom’s own parts: files in `src/nutgraf/parts/`, each of which stands wherever ours of that name would.
 *
 * @param own absolute, whether it is there or not.
 * @throws an error that names each file that is no part, or has styles and scripts that the policy of pages forbids.
 */
export function ownPartsIn(own: string): Map<string, string> {
  const files = existsSync(own) ? readdirSync(own).filter((file) => file.endsWith('.astro')) : [];
  const parts = new Map(files.map((file) => [file.replace('.astro', ''), join(own, file)]));
  const names = ours();
  const faults = [...parts].flatMap(([name, file]) => {
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      return [`${file}: Unknown part “${name}”: expected ${meant ? `“${meant}”` : `one of ${names.join(', ')}`}.`];
    }
    const [, element] = /^\s*<(style|script)\b(?![^>]*\btype="application\/)/im.exec(readFileSync(file, 'utf8')) ?? [];
    const place = element === 'style' ? 'the sheet src/nutgraf/styles.css' : 'the setting “head”';
    return element ? [`${file}: Unexpected <${element}>: expected it in ${place}, as pages allow nothing else.`] : [];
  });
  if (faults.length) throw plainError('The newsroom’s own parts of pages are not right.', faults);
  return parts;
}

/** Puts own parts in the place of ours, but for what they themselves show of ours. */
export function ownParts(parts: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'nutgraf:own-parts',
    enforce: 'pre',
    resolveId: {
      filter: { id: /(?:^|\/)[A-Z]\w*\.astro$/ },
      async handler(source, importer, options) {
        const own = parts.get(basename(source, '.astro'));
        if (!own || own === importer) return undefined;
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        return found?.id.startsWith(folder) ? own : undefined;
      },
    },
  };
}
