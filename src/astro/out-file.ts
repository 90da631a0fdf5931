import { posix } from 'node:path';
import type { AstroConfig, AstroPrerenderer } from 'astro';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * The file of a path, from the folder of the site, as an address has it: encoded.
 *
 * Relies on what Astro 7.3 does and does not promise: the names that it gives to files. A test holds
 * it against Astro’s own functions, which are not exported.
 */
export function outFile({ pathname, route }: Pick<Path, 'pathname' | 'route'>, format: AstroConfig['build']['format']) {
  const path = encodeURI(pathname).replace(/^\//, '');
  if (route.type === 'endpoint') return path;
  const page = path.replace(/\/$/, '');
  const isOwnFile = format === 'file' || (format === 'preserve' && !route.isIndex) || /^(404|500)$/.test(page);
  return isOwnFile ? `${page || 'index'}.html` : posix.join(page, 'index.html');
}
