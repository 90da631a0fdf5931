import type { ElementContent, Root, RootContent } from 'hast';
import type { ComponentNode, PropsOf } from '../document/contract.ts';
import { propsOf } from '../document/props.ts';
import type { Props } from '../document/props.ts';
import { isTag } from '../document/normalise.ts';
import type { StoryContext } from '../stories/story.ts';

/**
 * What a component becomes where there is no page: semantic HTML without classes or ids, as hast.
 * That of one component is a `PlainForm<typeof contract>`; without that, the form of any.
 *
 * @param props as the writer and the reading set them.
 * @param children what stands inside, already plain.
 */
export type PlainForm<Declared = undefined> = (
  props: Declared extends undefined ? Props['values'] : PropsOf<Declared>,
  children: ElementContent[],
  context: StoryContext,
) => ElementContent | ElementContent[];

/** A document in plain semantic HTML, for every output that is not the page. Components in `plains` by name. */
export function toPlain(tree: Root, plains: Record<string, PlainForm>, context: StoryContext): Root {
  const plainOf = (node: RootContent): ElementContent[] => {
    const children = 'children' in node ? (node.children as RootContent[]).flatMap(plainOf) : [];
    if (isTag(node)) return plainTag(node, children);
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    const { className, ariaLabelledBy, id, ...properties } = node.properties;
    // A body was only there for the page’s columns, a span for its lines.
    return className && ['div', 'span'].includes(node.tagName) ? children : [{ ...node, properties, children }];
  };
  const plainTag = (node: ComponentNode, children: ElementContent[]): ElementContent[] => {
    const { values } = propsOf(node);
    const form = plains[node.name ?? ''];
    if (form) return [form(values, children, context)].flat();
    if (!node.name || node.name === 'div' || /^[A-Z]/.test(node.name)) return children;
    const { class: className, ...attributes } = values as Record<string, string>;
    return [{ type: 'element', tagName: node.name, properties: attributes, children }];
  };
  return { type: 'root', children: tree.children.flatMap(plainOf) };
}
