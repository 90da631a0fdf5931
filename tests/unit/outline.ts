import { propsOf } from '../../src/document/props.ts';
import { isTag } from '../../src/document/normalise.ts';

interface Node {
  type: string;
  value?: string;
  tagName?: string;
  properties?: object;
  children?: Node[];
}

/** A tree of Markdown or HTML in one line, with components as they are written. */
export function outline(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  const inside = (node.children ?? []).map(outline).join('');
  if (node.type === 'root') return inside;
  const name = isTag(node) ? node.name : (node.tagName ?? node.type);
  const kind = node.type === 'mdxJsxFlowElement' ? '!' : '';
  const values = isTag(node) ? propsOf(node).values : { ...node.properties };
  const props = Object.entries(values).map(([prop, value]) => ` ${prop}=${value as string}`);
  return `<${kind}${name}${props.join('')}>${inside || (node.value ?? '')}</>`;
}
