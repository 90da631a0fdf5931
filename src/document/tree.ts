import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import type { List, ListItem, Root as MdastRoot } from 'mdast';
import { defaultHandlers, toHast } from 'mdast-util-to-hast';
import type { Handler } from 'mdast-util-to-hast';
import type { ComponentNode, Contracts } from './contract.ts';
import { isOfFrame } from './marks.ts';

/** Components stay as they are, with what stands in them made HTML; code is left out. */
const keep: Handler = (state, node: ComponentNode) =>
  // The library’s type for what a handler gives has no tags of MDX.
  ({ ...node, children: state.all(node) as ComponentNode['children'] }) as never;
/**
 * A line of a list. Whether the list is loose is asked of all its lines once, not again for each of them: then a list
 * of thousands takes seconds.
 */
const listItem: Handler = (state, node: ListItem, parent) =>
  defaultHandlers.listItem(
    state,
    node,
    parent?.type === 'list' ? { type: 'list', spread: isLoose(parent), children: [] } : undefined,
  );

const loose = new WeakMap<List, boolean>();

/** As mdast-util-to-hast has it: one line of several paragraphs makes the whole list loose. */
function isLoose(list: List): boolean {
  const known =
    loose.get(list) ?? (list.spread || list.children.some(({ spread, children }) => spread ?? children.length > 1));
  loose.set(list, known);
  return known;
}

const leaveOut: Handler = () => undefined;
const handlers = {
  listItem,
  mdxJsxFlowElement: keep,
  mdxJsxTextElement: keep,
  mdxFlowExpression: leaveOut,
  mdxTextExpression: leaveOut,
  mdxjsEsm: leaveOut,
};

/** The tree of a normalised and inspected story as hast, with components as MDX elements and nothing left to run. */
export function toPageTree(tree: MdastRoot, contracts: Contracts): Root {
  const root = toHast(tree, { handlers }) as Root;
  layOut(root, contracts);
  return root;
}

/** A rehype plugin: {@link layOut} for stories that are programs. */
export const rehypeLayout = (contracts: Contracts) => (root: Root) => layOut(root, contracts);

/** What only a page needs: sections, tables that scroll by themselves, and badges that keep their punctuation. */
function layOut(root: Root, contracts: Contracts): void {
  keepTogether(root, contracts);
  section(root, contracts);
}

/**
 * In one walk: keeps a component in a sentence and the punctuation after it on one line, so that no line begins with a
 * comma; and puts each table in a region that scrolls sideways.
 */
function keepTogether(parent: Parents, contracts: Contracts): void {
  const children: ElementContent[] = [];
  for (const node of parent.children as ElementContent[]) {
    const before = children.at(-1);
    const isInline = before && 'name' in before && contracts.get(before.name ?? '')?.place === 'inline';
    const mark = isInline && node.type === 'text' ? /^[.,;:!?)”’»]+/.exec(node.value)?.[0] : undefined;
    if (mark && node.type === 'text') {
      node.value = node.value.slice(mark.length);
      children.push({
        type: 'element',
        tagName: 'span',
        properties: { className: ['keep'] },
        children: [children.pop()!, { type: 'text', value: mark }],
      });
    }
    if ('children' in node) keepTogether(node, contracts);
    children.push(node.type === 'element' ? framed(node) : node);
  }
  parent.children = children;
}

/** A table in a region that the keyboard reaches, named by its columns; what else is aligned has a class for it. */
function framed(node: Element): Element {
  const { align, ariaLabel, ...properties } = node.properties;
  if (align) node.properties = { ...properties, className: [align] };
  if (node.tagName !== 'table') return node;
  node.properties = properties;
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['scroll'], tabIndex: 0, ...(ariaLabel && { role: 'region', ariaLabel }) },
    children: [node],
  };
}

/**
 * Gathers what stands at the top of a story: a heading and what follows it become a section, like
 * the newsroom’s section components; other text between them becomes a body.
 */
function section(root: Root, contracts: Contracts): void {
  const children: RootContent[] = [];
  const ids = new Set<string>();
  let group: Element | undefined;
  for (const node of root.children) {
    if (node.type === 'text' && !node.value.trim()) continue;
    const isSection = 'name' in node && contracts.get(node.name ?? '')?.place === 'section';
    if (node.type === 'mdxjsEsm' || isSection) {
      if (isSection) group = undefined;
      const before = children.at(-1);
      const isSecond =
        isSection && before && 'name' in before && contracts.get(before.name ?? '')?.beside === node.name;
      if (isSecond)
        children.push({
          type: 'element',
          tagName: 'div',
          properties: { className: ['pair'] },
          children: [children.pop() as ElementContent, node],
        });
      else children.push(node);
      continue;
    }
    if (node.type === 'element' && node.tagName === 'h2') {
      const id = String(node.properties['id']);
      // What is named like another, or like what stands at the end of each page, is no region: they have names apart.
      const base = /^(.+)-\d+$/.exec(id)?.[1] ?? '';
      const isNamed = !ids.has(base) && !isOfFrame(base);
      ids.add(id);
      const properties = isNamed ? { ariaLabelledBy: [id] } : {};
      group = { type: 'element', tagName: 'section', properties, children: [] };
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

/** A tree, or parts of it, as JSON, without the places in the file: only messages need them, not pages. */
export const serialiseTree = (tree: object): string =>
  JSON.stringify(tree, function (this: object, key: string, value: unknown) {
    return positions.has(key) && 'type' in this ? undefined : value;
  });
