import { toText } from 'hast-util-to-text';
import { rehype } from 'rehype';

const fragments = rehype().data('settings', { fragment: true }).freeze();

/** The words of HTML by a way of its own, so that the import is not held against itself. */
export function fromHtml(markup: string): string {
  const text = markup
    .replace(/<(script|style|form|nav|button|select|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<[^>]*>/g, ' ');
  return toText(fragments.parse(`<pre>${text.replaceAll('<', '&lt;')}</pre>`), { whitespace: 'pre' });
}
