import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Modules that Astro makes of content: pages say themselves what of it they show. */
const ofContent = /^\0astro:(data-layer|asset-imports|content-module)|[\\/]\.astro[\\/]content-(modules|assets)\.mjs/;

/**
 * The code that Astro builds to draw pages with: it can have modules of our own beside pages, which
 * are then the same modules that pages use, with all that Vite resolves; and it has a digest.
 *
 * Relies on what Astro 7.3 does and does not promise: it builds that code in Vite’s environment
 * `prerender`, what browsers get in `client`, and leaves the files where they are until all pages
 * are drawn; what it makes of content are modules whose names begin as above.
 */
export class BuiltCode {
  readonly #entries: Readonly<Record<string, string>>;
  readonly #content: string;
  readonly #parts = new Map<string, string>();
  #folder: URL | undefined;

  /**
   * @param entries paths of modules of our own, by name.
   * @param content the newsroom’s folder, absolute: its texts and pictures are no code.
   */
  constructor(entries: Readonly<Record<string, string>>, content: string) {
    this.#entries = entries;
    this.#content = content.replaceAll('\\', '/');
  }

  /** The file of a module of our own, as it was built. */
  entry(name: string): URL {
    if (!this.#folder) throw new Error('Astro no longer builds what draws pages in the environment “prerender”.');
    return new URL(`${name}.mjs`, this.#folder);
  }

  /** Changes when a module, a style or a script does that a page may be made of; not with content. */
  digest(): string {
    const hash = createHash('sha256');
    for (const [name, part] of [...this.#parts].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${part}\0`);
    return hash.digest('hex');
  }

  plugin(): Plugin {
    // Functions of a plugin have `this` of their own.
    const [entries, parts] = [this.#entries, this.#parts];
    const isCode = (id: string) => this.#isCode(id);
    const built = (folder: URL) => (this.#folder = folder);
    return {
      name: 'nutgraf:built-code',
      apply: 'build',
      applyToEnvironment: ({ name }) => name === 'prerender' || name === 'client',
      buildStart() {
        if (this.environment.name !== 'prerender') return;
        for (const [name, id] of Object.entries(entries)) this.emitFile({ type: 'chunk', id, fileName: `${name}.mjs` });
      },
      writeBundle({ dir = '' }, files) {
        const { name } = this.environment;
        if (name === 'prerender') built(pathToFileURL(`${dir}/`));
        for (const file of Object.values(files)) {
          if (file.type === 'chunk') {
            for (const [id, { code }] of Object.entries(file.modules))
              if (isCode(id)) parts.set(`${name} ${id}`, code ?? '');
          } else if (file.fileName.endsWith('.css')) parts.set(`${name} ${file.fileName}`, String(file.source));
        }
      },
    };
  }

  #isCode(id: string): boolean {
    if (ofContent.test(id)) return false;
    const [path = ''] = id.replaceAll('\\', '/').split('?');
    // Code beside a story is code: a program may import it.
    return !(path.startsWith(`${this.#content}/`) && /\.(mdx|png|jpe?g|webp|avif|gif|svg|tiff?)$/i.test(path));
  }
}
