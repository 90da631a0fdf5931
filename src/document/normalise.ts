import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { ComponentNode, Contracts } from './contract.ts';
import { isAllowedHtml } from './allowed-html.ts';
import { expressionOf, literalOf } from './literal.ts';

/** Whether a node is a component or an HTML element written as a tag. */
export const isTag = (node: { type: string }): node is ComponentNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const words = new Set(['text', 'emphasis', 'strong', 'link', 'inlineCode', 'break', 'image', 'mdxTextExpression']);

const isBlank = (node: { type: string; value?: string }) => node.type === 'text' && !node.value?.trim();

/**
 * Brings every node to where its contract wants it, so that blank lines around a tag make no
 * difference: a component alone on a line is not in a paragraph, words in a component that holds
 * paragraphs are in one, and words in a component that holds words are not. Comments go, and what
 * is written out in braces becomes text.
 *
 * Changes `tree`. Safe to run again, and after `@mdx-js/mdx` has done its own unravelling.
 */
export function normalise(tree: Root, contracts: Contracts): void {
  write(tree);
  tree.children = normalised(tree.children, 'flow', contracts);
}

function write(parent: Parents): void {
  // A union of parents takes no children that are right for each of them by itself.
  if (parent.children.some(isExpression)) parent.children = (parent.children as Nodes[]).flatMap(written) as never;
  for (const child of parent.children) if ('children' in child) write(child);
}

const isExpression = ({ type }: Nodes) => type === 'mdxFlowExpression' || type === 'mdxTextExpression';

/** What a reader sees of a node: nothing of a comment, the words of `{"words"}`. */
function written(node: Nodes): Nodes[] {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return [node];
  const expression = expressionOf(node.data?.estree);
  const value = expression && literalOf(expression);
  if (typeof value === 'string' || typeof value === 'number')
    return [{ type: 'text', value: String(value), position: node.position }];
  return !expression || value === null || typeof value === 'boolean' ? [] : [node];
}

function normalised(children: RootContent[], holds: string, contracts: Contracts): RootContent[] {
  const inSentence = (node: RootContent): boolean => {
    if (!isTag(node)) return words.has(node.type);
    const place = contracts.get(node.name ?? '')?.place;
    return place ? place === 'inline' : isAllowedHtml(node.name) || node.type === 'mdxJsxTextElement';
  };
  const opened = children.flatMap((child): RootContent[] => {
    if (child.type !== 'paragraph') return [child];
    const alone = child.children.every((node) => isBlank(node) || (isTag(node) && !inSentence(node)));
    return alone || holds === 'words' ? child.children : [child];
  });

  const result: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const endRun = () => {
    if (!run.every(isBlank)) result.push(paragraphOf(run));
    run = [];
  };
  for (const node of opened) {
    if (isTag(node)) normaliseTag(node, contracts, inSentence(node));
    if (holds !== 'words' && inSentence(node)) run.push(node as PhrasingContent);
    else {
      endRun();
      if (holds === 'words' || !isBlank(node)) result.push(node);
    }
  }
  endRun();
  return result;
}

function normaliseTag(node: ComponentNode, contracts: Contracts, inSentence: boolean): void {
  node.type = inSentence ? 'mdxJsxTextElement' : 'mdxJsxFlowElement';
  const contract = contracts.get(node.name ?? '');
  const holds = contract?.holds === 'words' || (!contract && inSentence) ? 'words' : 'flow';
  node.children = normalised(node.children, holds, contracts) as typeof node.children;
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }) };
}
