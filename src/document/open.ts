import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isTag } from './normalise.ts';
import { propsOf } from './props.ts';
import { hasRole, propsFor } from './roles.ts';

/** What a story leaves open, for pages that speak of many stories and read none of them. */

/** One thing that a story says is still to come. */
export interface Step {
  /** As far as it is known: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a moment. */
  date?: string;
  /** The date in words. */
  when?: string;
  /** What is to come: its first paragraph, with `{id}` where a source is named. */
  words: string;
}

/** The steps of an inspected tree, in its order. */
export function stepsIn(tree: Root): Step[] {
  const steps: Step[] = [];
  visit(tree, (node) => {
    if (!hasRole(node, 'step')) return;
    const date = propsFor('step', node)?.date;
    const { when } = propsOf(node).values;
    const words = wordsOf(node.children[0] ?? node)
      .replace(/\s+/g, ' ')
      .trim();
    if (words) steps.push({ ...(date && { date }), ...(typeof when === 'string' && { when }), words });
  });
  return steps;
}

/** How many things an inspected tree says are not known: lines of lists, else paragraphs. */
export function unknownsIn(tree: Root): number {
  let count = 0;
  visit(tree, (node) => {
    if (!hasRole(node, 'unknowns')) return;
    for (const child of node.children as Nodes[]) count += child.type === 'list' ? child.children.length : 1;
  });
  return count;
}

function wordsOf(node: Nodes): string {
  const id = isTag(node) && propsFor('badge', node)?.id;
  if (id) return `{${id}}`;
  return 'children' in node ? node.children.map(wordsOf).join('') : toString(node);
}
