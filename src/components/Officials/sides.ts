import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { ComponentNode } from '../../document/contract.ts';
import { propsOf } from '../../document/props.ts';

type Child = MdxJsxFlowElement['children'][number];

const tag = (name: string, children: Child[], className?: string): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: className ? [{ type: 'mdxJsxAttribute', name: 'class', value: className }] : [],
  children,
});

/** Gathers statements by the side that they name in a prop, in the order in which sides first speak. */
export function gatherBy(prop: string, node: ComponentNode): void {
  const sides = new Map<string, Child[]>();
  for (const child of node.children as Child[]) {
    const side = child.type === 'mdxJsxFlowElement' ? propsOf(child).values[prop] : undefined;
    const name = typeof side === 'string' ? side : '';
    sides.set(name, [...(sides.get(name) ?? []), child]);
  }
  const columns = [...sides].map(([name, children]) => {
    // A tag in a text is typed to hold blocks; a heading holds words.
    const heading = name ? [tag('h3', [{ type: 'text', value: name } as unknown as Child])] : [];
    return tag('div', [...heading, ...children]);
  });
  node.children = [
    tag('div', columns, sides.has('') && sides.size === 1 ? 'statements' : 'sides'),
  ] as typeof node.children;
}
