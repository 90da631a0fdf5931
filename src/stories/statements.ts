import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { ComponentNode } from '../document/contract.ts';
import { propsOf } from '../document/props.ts';
import type { Props } from '../document/props.ts';
import { isTag } from '../document/normalise.ts';

/** What one speaker said in a story, as it stands in the tree. */
export interface Said {
  by: string;
  props: Props['values'];
  words: ElementContent[];
}

/** Every `<Statement>` of a story, in its order. */
export function statementsIn(tree: Root): Said[] {
  const found: Said[] = [];
  visit(tree as { type: string }, (node) => {
    if (!isTag(node) || node.name !== 'Statement') return;
    const props = propsOf(node as ComponentNode).values;
    found.push({ by: String(props['by']), props, words: node.children as unknown as ElementContent[] });
  });
  return found;
}
