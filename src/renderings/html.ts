import type { Root } from 'hast';
import { rehype } from 'rehype';

const processor = rehype().data('settings', { fragment: true, upperDoctype: true }).freeze();

/** A plain tree as an HTML fragment. */
export const toHtml = (tree: Root): string => processor.stringify(tree);

/** Words as HTML, in which a `<` stays one. */
export const wordsAsHtml = (words: string): string =>
  toHtml({ type: 'root', children: [{ type: 'text', value: words }] });
