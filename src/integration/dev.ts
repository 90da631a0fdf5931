import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { reloadOpenPages } from '../astro/open-pages.ts';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { formatMessage, summarise } from '../document/reporter.ts';
import { contentError } from './error.ts';

/**
 * Shows a story’s messages where its page would be, in Astro’s overlay, until the file is mended.
 * Other pages stay as they are: a colleague’s open draft is no reason to stop.
 *
 * @param messagesAt what there is to say about the page at a path.
 */
export function showInOverlay(server: ViteDevServer, root: URL, messagesAt: (path: string) => Message[]): void {
  server.middlewares.use((request, _response, next) => {
    const isPage = request.headers.accept?.includes('text/html');
    const errors = isPage ? messagesAt(new URL(request.url ?? '/', 'http://localhost').pathname).filter(isError) : [];
    next(errors.length ? contentError(errors, root) : undefined);
  });
}

/** Tells of changed messages in the terminal; open pages, and the overlay over them, follow each change. */
export function messageReporter(
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): (messages: readonly Message[]) => void {
  let told: string | undefined;
  return (messages) => {
    const report = messages.map(formatMessage).join('\n');
    if (told !== undefined) reloadOpenPages(server);
    if (report === told) return;
    if (messages.length) logger[messages.some(isError) ? 'error' : 'warn'](`${summarise(messages)}\n\n${report}\n`);
    else logger.info('All stories are in order.');
    told = report;
  };
}
