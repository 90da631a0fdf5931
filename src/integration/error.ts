import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { formatMessage, summarise } from '../document/reporter.ts';

/** An error that shows what a newsroom wrote, and no stack: the mistake is not in the code. */
export function newsroomError(title: string, lines: readonly string[]): AstroError {
  const error = new AstroError(`${title}\n\n${lines.join('\n')}\n`);
  // Astro looks for the words “document” and “window” in an error, and would add advice on browsers.
  return Object.assign(error, { name: 'nutgraf', title, stack: '', toString: () => title });
}

/**
 * The error that stops a build, or takes a page’s place in dev, with all messages.
 *
 * @param root the root of the site, to which the files of messages are relative.
 */
export function contentError(messages: readonly Message[], root: URL): AstroError {
  const first = messages.find(isError);
  const error = newsroomError(summarise(messages), messages.map(formatMessage));
  const loc = first && { file: fileURLToPath(new URL(first.file, root)), line: first.line, column: first.column };
  return Object.assign(error, { loc });
}
