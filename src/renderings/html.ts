import type { Root } from 'hast';
import { rehype } from 'rehype';

const processor = rehype().data('settings', { fragment: true, upperDoctype: true }).freeze();

/** A plain tree as an HTML fragment. */
export const toHtml = (tree: Root): string => processor.stringify(tree);
