import type { Root } from 'hast';
import { mapElements } from '../document/map.ts';

/** A plain tree with the words of its links, but not their addresses. */
export const withoutLinks = (tree: Root): Root =>
  mapElements(tree, (element) => (element.tagName === 'a' ? { ...element, tagName: 'span' } : element));
