import type { AstroPrerenderer } from 'astro';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What Astro’s own prerenderer has beyond its type. */
interface WithApp {
  app?: { getOptions(): { pageNames: string[] } };
}

/**
 * Tells Astro of pages and files that it did not draw itself, so that other integrations hear of them
 * when the build is done: sitemaps are made of that.
 *
 * Relies on what Astro 7.3 does and does not promise: its prerenderer has an `app` with the options of
 * the build, in which it lists names of pages; and a route lists the files made of it in `distURL`.
 *
 * @param made each path with its file.
 */
export function tellOfPages(standard: AstroPrerenderer, made: readonly { path: Path; file: URL }[]): void {
  const names = (standard as WithApp).app?.getOptions().pageNames;
  for (const { path, file } of made) {
    const { route, pathname } = path;
    tellOfFile(route, file);
    if (route.type === 'page') names?.push(pathname.replace(/^\//, ''));
  }
}

/** Tells Astro of the file of a page that it drew, and that another wrote. */
export function tellOfFile(route: Path['route'], file: URL): void {
  // Astro’s type promises the list; it makes one with the first file.
  ((route as { distURL?: URL[] }).distURL ??= []).push(file);
}
