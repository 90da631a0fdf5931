import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/** What Astro makes pages of, without what integrations add to it. */
const endings = ['.astro', '.md', '.mdx', '.markdown', '.html', '.js', '.ts'];

/**
 * What the site has at addresses of its own, by the patterns of routes: its pages, and its redirects. Read from its
 * folder, for Astro tells of them when it is too late to leave one of ours out.
 */
export function hostRoutes({
  srcDir,
  root,
  redirects,
}: Pick<AstroConfig, 'srcDir' | 'root'> & { redirects: object }): Map<string, string> {
  const routes = new Map(Object.keys(redirects).map((from) => [patternOf(from), 'a redirect']));
  const pages = fileURLToPath(new URL('pages', srcDir));
  if (!existsSync(pages)) return routes;
  for (const entry of readdirSync(pages, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(pages, path).split(sep).join('/');
    // A name with a line before it, or a folder with one, is no page.
    if (!entry.isFile() || !endings.includes(extname(name)) || /(^|\/)_/.test(name)) continue;
    const pattern = patternOf(name.slice(0, -extname(name).length).replace(/(^|\/)index$/, ''));
    routes.set(pattern, relative(fileURLToPath(root), path).split(sep).join('/'));
  }
  return routes;
}

const patternOf = (path: string) => `/${path.split('/').filter(Boolean).join('/')}`;
