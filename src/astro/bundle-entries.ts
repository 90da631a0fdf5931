import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Adds modules of our own to the code that Astro builds to draw pages with, each in a file
 * `<name>.mjs`: they are then the same modules that pages use, with all that Vite resolves.
 *
 * Relies on what Astro 7.3 does and does not promise: it builds that code in Vite’s environment
 * `prerender`, and leaves the files where they are until all pages are drawn.
 *
 * @param entries paths of modules, by name.
 * @param built told where the files are, as soon as they are written.
 */
export function bundleEntries(entries: Readonly<Record<string, string>>, built: (folder: URL) => void): Plugin {
  return {
    name: 'nutgraf:bundle-entries',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    buildStart() {
      for (const [name, id] of Object.entries(entries)) this.emitFile({ type: 'chunk', id, fileName: `${name}.mjs` });
    },
    writeBundle({ dir = '' }) {
      built(pathToFileURL(`${dir}/`));
    },
  };
}
