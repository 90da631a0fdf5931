import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { ComponentNode } from '../../document/contract.ts';

type Child = MdxJsxFlowElement['children'][number];

/** Puts steps that follow each other into one list. */
export function gatherSteps(node: ComponentNode): void {
  const children: Child[] = [];
  let list: MdxJsxFlowElement | undefined;
  for (const child of node.children as Child[]) {
    if (child.type !== 'mdxJsxFlowElement' || child.name !== 'Step') {
      list = undefined;
      children.push(child);
      continue;
    }
    if (!list) {
      const className = { type: 'mdxJsxAttribute' as const, name: 'class', value: 'spine' };
      list = { type: 'mdxJsxFlowElement', name: 'ol', attributes: [className], children: [] };
      children.push(list);
    }
    list.children.push(child);
  }
  node.children = children as typeof node.children;
}
