import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { ComponentNode } from '../document/contract.ts';
import { propsOf, setProps } from '../document/props.ts';

type Child = MdxJsxFlowElement['children'][number];

/** Puts dated items that follow each other into one list, a list for each group that they name. */
export function gatherMoments(node: ComponentNode, item: string, groupedBy?: string): void {
  const children: Child[] = [];
  let list: MdxJsxFlowElement | undefined;
  let group: unknown;
  for (const child of node.children as Child[]) {
    if (child.type !== 'mdxJsxFlowElement' || child.name !== item) {
      list = undefined;
      children.push(child);
      continue;
    }
    const named = groupedBy && propsOf(child).values[groupedBy];
    if (!list || named !== group) {
      // A tag in a text is typed to hold blocks; a heading holds words.
      if (typeof named === 'string') children.push(tag('h3', [{ type: 'text', value: named } as unknown as Child]));
      list = tag('ol', [], 'spine');
      children.push(list);
      group = named;
    }
    if (named) setProps(child, { level: 4 });
    list.children.push(child);
  }
  node.children = children;
}

const tag = (name: string, children: Child[], className?: string): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: className ? [{ type: 'mdxJsxAttribute', name: 'class', value: className }] : [],
  children,
});
