import type { Element, ElementContent, Nodes } from 'hast';

/**
 * A tree with its elements changed, from the inside out. The given tree stays as it is, and what did not change is
 * shared with it.
 *
 * @param change returns what to put in the place of an element; the element itself where it stays.
 */
export function mapElements<Tree extends Nodes>(tree: Tree, change: (element: Element) => ElementContent): Tree {
  if (!('children' in tree)) return tree;
  let isChanged = false;
  const children = tree.children.map((child) => {
    const mapped = mapElements(child, change);
    const changed = mapped.type === 'element' ? change(mapped) : mapped;
    isChanged ||= changed !== child;
    return changed;
  });
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Set above, in a function.
  return isChanged ? { ...tree, children } : tree;
}
