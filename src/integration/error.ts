import { fileURLToPath } from 'node:url';
import type { AstroError } from 'astro/errors';
import { plainError } from '../astro/plain-error.ts';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { formatMessage, summarise } from '../document/reporter.ts';

/**
 * The error that stops a build, or takes a page’s place in dev, with all messages.
 *
 * @param root the root of the site, to which the files of messages are relative.
 */
export function contentError(messages: readonly Message[], root: URL): AstroError {
  const first = messages.find(isError);
  const loc = first && { file: fileURLToPath(new URL(first.file, root)), line: first.line, column: first.column };
  return plainError(summarise(messages), messages.map(formatMessage), loc);
}
