import type { ViteDevServer } from 'vite';

/**
 * Loads the pages anew that are open in browsers, by what was just loaded.
 *
 * Relies on what Astro 7.3 does and does not promise: `astro:content-changed`, sent to an environment of Vite in which
 * pages are drawn, makes Astro ask anew which pages there are.
 */
export function reloadOpenPages({ environments }: ViteDevServer): void {
  for (const name of ['ssr', 'prerender']) environments[name]?.hot.send('astro:content-changed', {});
  environments.client.hot.send({ type: 'full-reload' });
}
