import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { propsOf } from '../document/props.ts';
import type { Props } from '../document/props.ts';
import { isTag } from '../document/normalise.ts';
import { propsFor } from '../document/roles.ts';

/** What one speaker said in a story, as it stands in the tree. */
export interface Said {
  by: string;
  props: Props['values'];
  words: ElementContent[];
}

/** Every statement of a story, in its order. */
export function statementsIn(tree: Root): Said[] {
  const found: Said[] = [];
  visit(tree as { type: string }, (node) => {
    const by = propsFor('statement', node)?.by;
    if (by === undefined || !isTag(node)) return;
    // A tree of a page has HTML in its components, where their type has Markdown.
    found.push({ by, props: propsOf(node).values, words: node.children as unknown as ElementContent[] });
  });
  return found;
}
