import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Contracts } from './contract.ts';
import { expressionOf, literalOf } from './literal.ts';

const passThrough = ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'];

/** The tree of a settled and inspected story as hast, with components as MDX elements and nothing left to run. */
export function treeOf(tree: MdastRoot, contracts: Contracts): Root {
  const root = toHast(tree, { passThrough: passThrough as never[] }) as Root;
  visit(root, (node, index, parent) => {
    if (node.type === 'mdxjsEsm') return parent!.children.splice(index!, 1) && index!;
    if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return undefined;
    const expression = expressionOf(node.data?.estree);
    const value = expression && literalOf(expression);
    const words = typeof value === 'string' || typeof value === 'number' ? [{ type: 'text' as const, value: String(value) }] : [];
    parent!.children.splice(index!, 1, ...words);
    return index! + words.length;
  });
  layOut(root, contracts);
  return root;
}

/** A rehype plugin: {@link layOut} for stories that are programs. */
export const rehypeLayout = (contracts: Contracts) => (root: Root) => layOut(root, contracts);

/** What only a page needs: sections, and badges that keep their punctuation. */
function layOut(root: Root, contracts: Contracts): void {
  keepPunctuation(root, contracts);
  section(root, contracts);
}

/** Keeps a component in a sentence and the mark behind it on one line: a comma never begins one. */
function keepPunctuation(root: Root, contracts: Contracts): void {
  visit(root, 'text', (node, index, parent) => {
    const before = index ? parent!.children[index - 1] : undefined;
    if (!before || !('name' in before) || contracts.get(before.name ?? '')?.place !== 'inline') return;
    const mark = /^[.,;:!?)”’»]+/.exec(node.value)?.[0];
    if (!mark) return;
    node.value = node.value.slice(mark.length);
    const kept: Element = { type: 'element', tagName: 'span', properties: { className: ['keep'] }, children: [before as ElementContent, { type: 'text', value: mark }] };
    parent!.children.splice(index! - 1, 1, kept);
  });
}

/**
 * Gathers what stands at the top of a story: a heading and what follows it become a section, like
 * the newsroom’s section components; other text between them becomes a body.
 */
function section(root: Root, contracts: Contracts): void {
  const children: RootContent[] = [];
  let group: Element | undefined;
  for (const node of root.children) {
    if (node.type === 'text' && !node.value.trim()) continue;
    const isSection = 'name' in node && contracts.get(node.name ?? '')?.place === 'section';
    if (node.type === 'mdxjsEsm' || isSection) {
      if (isSection) group = undefined;
      children.push(node);
      continue;
    }
    if (node.type === 'element' && node.tagName === 'h2') {
      group = { type: 'element', tagName: 'section', properties: { ariaLabelledBy: [String(node.properties['id'])] }, children: [] };
      children.push(group);
    } else if (!group) {
      group = { type: 'element', tagName: 'div', properties: { className: ['body'] }, children: [] };
      children.push(group);
    }
    group.children.push(node as ElementContent);
  }
  root.children = children;
}

const positions = new Set(['position', 'start', 'end', 'loc', 'range', 'raw', 'comments']);

/** The tree as text for a file, without places: they have served when a story is drawn. */
export const serialiseTree = (tree: Root): string =>
  JSON.stringify(tree, function (this: object, key: string, value: unknown) {
    return positions.has(key) && 'type' in this ? undefined : value;
  });
