import type { Root } from 'hast';
import { toText as textOf } from 'hast-util-to-text';

/** A plain tree as text, with a line for each block as a browser would set it (HTML Standard, `innerText`). */
export const toText = (tree: Root): string => textOf(tree);
