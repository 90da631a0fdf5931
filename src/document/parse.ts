import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { VFileMessage } from 'vfile-message';
import { explainMdx } from './mdx-faults.ts';
import type { MdxFault } from './mdx-faults.ts';
import { isTag } from './settle.ts';

const processor = remark().use(remarkMdx).freeze();

/** The tree of an MDX body, or the one thing that keeps it from being read. */
export function parseBody(body: string): Root | MdxFault {
  // An empty line costs the parser as much as a full one, and above the body is one for each line of frontmatter.
  const above = /^\n*/.exec(body)![0].length;
  try {
    const tree = processor.parse(body.slice(above));
    moveDown(tree, above);
    return tree;
  } catch {
    return faultOf(body);
  }
}

function faultOf(body: string): MdxFault | Root {
  try {
    return processor.parse(body);
  } catch (error) {
    return explainMdx(error as VFileMessage, body);
  }
}

function moveDown(node: Nodes | { position?: Nodes['position'] }, lines: number): void {
  if (node.position) {
    const { start, end } = node.position;
    node.position = { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
  }
  if ('attributes' in node && isTag(node)) for (const attribute of node.attributes) moveDown(attribute, lines);
  if ('children' in node) for (const child of node.children) moveDown(child, lines);
}
