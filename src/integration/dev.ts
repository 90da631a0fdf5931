import type { ViteDevServer } from 'vite';
import type { Message } from '../document/message.ts';
import { contentError } from './error.ts';

/**
 * Shows a story’s messages where its page would be, in Astro’s overlay, until the file is mended.
 * Other pages stay as they are: a colleague’s open draft is no reason to stop.
 *
 * @param messagesAt the errors that concern the page at a path.
 */
export function showInOverlay(server: ViteDevServer, root: URL, messagesAt: (path: string) => Message[]): void {
  server.middlewares.use((request, _response, next) => {
    const isPage = request.headers.accept?.includes('text/html');
    const messages = isPage ? messagesAt(new URL(request.url ?? '/', 'http://localhost').pathname) : [];
    next(messages.length ? contentError(messages, root) : undefined);
  });
}
