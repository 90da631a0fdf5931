import type { Nodes, Root } from 'mdast';
import type { ComponentNode, Contracts } from './contract.ts';
import { isTag } from './normalise.ts';
import { ownNames } from './own-names.ts';
import { propsOf } from './props.ts';
import { sayingRoles } from './role.ts';

/** The tag that stands where a program has something that only running it would tell. No writer can type it. */
const COMPUTED = 'nutgraf:computed';

/**
 * A program’s tree without what it computes. The whole goes that would say something else without it: a paragraph, a
 * list, what somebody says. What goes leaves a {@link COMPUTED} in its place.
 *
 * @param tree normalised and inspected; it stays as it is.
 */
export function withoutComputed(tree: Root, contracts: Contracts): Root {
  const own = ownNames(tree);
  const isComputed = (node: Nodes): boolean => {
    if (!isTag(node)) return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
    const { spread, computed } = propsOf(node);
    return spread || computed.length > 0 || own.has(node.name?.split('.')[0] ?? '');
  };
  /** Whether parts of it still say what they say when others are gone. */
  const isOfParts = (node: Nodes): boolean => {
    if (node.type === 'root') return true;
    const contract = isTag(node) ? contracts.get(node.name ?? '') : undefined;
    return (
      contract?.holds === 'flow' &&
      !(contract.role && sayingRoles.includes(contract.role) && contract.place !== 'section')
    );
  };
  /** What is left of a node, if anything. */
  const left = (node: Nodes): Nodes | undefined => {
    if (isComputed(node)) return undefined;
    if (!('children' in node)) return node;
    const children = (node.children as Nodes[]).map(left);
    if (!children.includes(undefined)) return { ...node, children } as Nodes;
    const hasWords = children.some((child) => child && !isComputedPlace(child));
    if (node.type !== 'root' && !(isOfParts(node) && hasWords)) return undefined;
    const places = children.map((child) => child ?? place);
    const each = places.filter((child, at) => !isComputedPlace(child) || !isComputedPlace(places[at - 1] ?? node));
    return { ...node, children: each } as Nodes;
  };
  return left(tree) as Root;
}

const place: ComponentNode = { type: 'mdxJsxFlowElement', name: COMPUTED, attributes: [], children: [] };

/** Whether something computed stood there. */
export const isComputedPlace = (node: { type: string }): boolean =>
  ('name' in node && node.name === COMPUTED) || ('tagName' in node && node.tagName === COMPUTED);
