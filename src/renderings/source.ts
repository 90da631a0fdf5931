import type { ElementContent, Root } from 'hast';
import { toHtml } from './html.ts';

const blocks =
  /^(section|div|figure|figcaption|blockquote|p|h\d|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td)$/;

const isBlock = (node: { type: string; tagName?: string }) =>
  node.type === 'element' && blocks.test(node.tagName ?? '');

/** A plain tree as HTML to be read as it stands: each block begins a line of its own. */
export function toSource(tree: Root): string {
  return toHtml({ type: 'root', children: spread(tree.children as ElementContent[], 0) }).trim();
}

function spread(nodes: ElementContent[], depth: number): ElementContent[] {
  const line = (level: number): ElementContent => ({ type: 'text', value: `\n${'  '.repeat(level)}` });
  const shown = nodes.filter((node) => node.type !== 'text' || node.value.trim());
  if (!shown.some(isBlock)) return nodes;
  const lines = shown.flatMap((node) => [
    line(depth),
    node.type === 'element' ? { ...node, children: spread(node.children, depth + 1) } : node,
  ]);
  return depth ? [...lines, line(depth - 1)] : lines;
}
