import { stripVTControlCharacters } from 'node:util';
import type { AstroIntegrationLogger } from 'astro';

/**
 * Keeps out of the log the two messages that Astro writes for each page that it draws, and the one for each size of a
 * picture: for an archive, they are thousands. With `--verbose` all of them stay.
 *
 * Relies on what Astro 7.3 does and does not promise: all loggers of a build share one `options`, whose destination
 * gets each message; a page begins with “├─”, without a label, and ends with how long it took, in brackets;
 * a picture has “▶”.
 *
 * @param begun called for each page.
 * @returns puts the log back as it was; nothing where all lines stay.
 */
export function hidePageLines({ options }: AstroIntegrationLogger, begun: () => void): (() => void) | undefined {
  if (options.level === 'debug') return undefined;
  const { destination } = options;
  options.destination = {
    ...destination,
    write(event) {
      const message = stripVTControlCharacters(event.message).trim();
      if (event.label === null && message.startsWith('├─')) begun();
      else if (event.label === null && message.startsWith('▶')) return;
      else if (event.label !== 'SKIP_FORMAT' || !/^\((\+[\d.]+m?s|cached|restored)\)/.test(message))
        destination.write(event);
    },
  };
  return () => {
    options.destination = destination;
  };
}
