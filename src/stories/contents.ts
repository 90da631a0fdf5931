import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { propsOf } from '../document/props.ts';
import type { ComponentNode } from '../document/contract.ts';
import { isTag } from '../document/normalise.ts';
import type { Strings } from '../strings/strings.ts';

/** A section of a story: its heading, and the id that the page has for it. */
export interface SectionLink {
  id: string;
  title: string;
}

/** From so many sections, and minutes of reading, a story has a table of contents. */
const LEAST = { sections: 4, minutes: 4 };

/** The sections of a story in their order; none where it is short enough to look through. */
export function contentsOf(tree: Root, minutes: number, strings: Strings): SectionLink[] {
  const entries =
    minutes < LEAST.minutes ? [] : tree.children.flatMap((node) => entriesOf(node as Element | ComponentNode, strings));
  return entries.length < LEAST.sections ? [] : entries;
}

function entriesOf(node: Element | ComponentNode, strings: Strings): SectionLink[] {
  if (node.type !== 'element') {
    const { anchor, title } = isTag(node) ? propsOf(node).values : {};
    const heading = node.data?.heading ? strings.sections[node.data.heading] : (node.name ?? '');
    return anchor ? [{ id: anchor as string, title: typeof title === 'string' ? title : heading }] : [];
  }
  if (node.tagName === 'section') {
    const heading = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'h2');
    return heading ? [{ id: String(heading.properties['id']), title: toString(heading) }] : [];
  }
  return node.properties['className']
    ? (node.children as (Element | ComponentNode)[]).flatMap((child) => entriesOf(child, strings))
    : [];
}
