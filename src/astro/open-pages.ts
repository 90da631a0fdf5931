import type { ViteDevServer } from 'vite';

/**
 * Milliseconds until what was loaded is in Astro’s store, from which pages are drawn.
 *
 * Relies on what Astro 7.3 does and does not promise: it writes its store half a second after the
 * last change (`SAVE_DEBOUNCE_MS`).
 */
const UNTIL_STORED = 700;

/** Loads the pages anew that are open in browsers. @param whenStored what was just loaded is waited for. */
export function reloadOpenPages(server: ViteDevServer, { whenStored }: { whenStored: boolean }): void {
  const reload = () => server.environments.client.hot.send({ type: 'full-reload' });
  setTimeout(reload, whenStored ? UNTIL_STORED : 0);
}
