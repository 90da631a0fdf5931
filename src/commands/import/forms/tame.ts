import type { ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { addressFault } from '../../../document/links.ts';
import { cut } from '../../../document/message.ts';

/** How deep quotations and lists go in a story; what is deeper stands at this depth. */
const deepest = 5;

/** What a form says of the links in a text. */
interface Links {
  /** The address of the text: what its links are relative to. */
  url?: string | undefined;
}

/**
 * Brings a tree of another system to what a story can have. No word of it goes: of what has no form here the words
 * stay, and `todo` says so.
 */
export function tame(blocks: readonly RootContent[], { url }: Links, todo: string[]): RootContent[] {
  const unsafe = new Set<string>();
  const wordless = new Set<string>();
  const found = { isDeep: false };

  const flow = (nodes: readonly RootContent[], depth: number): RootContent[] => {
    const result: RootContent[] = [];
    // Words that stand beside paragraphs, as in a cell or an item.
    let run: PhrasingContent[] = [];
    const end = () => {
      if (toString(run).trim() || run.some(({ type }) => type === 'image'))
        result.push({ type: 'paragraph', children: run });
      run = [];
    };
    for (const node of nodes) {
      if (isBlock(node)) {
        end();
        result.push(...blockOf(node, depth));
      } else run.push(...phrase(node as PhrasingContent));
    }
    end();
    return result;
  };

  const blockOf = (node: RootContent, depth: number): RootContent[] => {
    switch (node.type) {
      case 'definition':
      case 'yaml':
        return [];
      case 'html':
        return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }];
      case 'paragraph':
      case 'heading': {
        const children = phrases(node.children);
        return toString(children).trim() || hasImage(children) ? [{ ...node, children }] : [];
      }
      case 'blockquote':
        if (depth >= deepest) {
          found.isDeep = true;
          return flow(node.children, depth);
        }
        // What `flow` gives are blocks; its type is wider: anything that a tree may have.
        return nonEmpty({ ...node, children: flow(node.children, depth + 1) as never });
      case 'list': {
        if (depth >= deepest) {
          found.isDeep = true;
          return node.children.flatMap((item) => flow(inItem(item), depth));
        }
        const items = node.children.flatMap((item) =>
          nonEmpty({
            type: 'listItem' as const,
            spread: item.spread,
            // As above.
            children: flow(inItem(item), depth + 1) as never,
          }),
        );
        return nonEmpty({ ...node, children: items });
      }
      case 'listItem':
        return flow(node.children, depth);
      case 'table':
        return tableOf(node, depth);
      case 'footnoteDefinition':
        return flow(node.children, depth);
      default:
        return [node];
    }
  };

  const tableOf = (node: Table, depth: number): RootContent[] => {
    const rows = node.children.map((row) => row.children.map((cell) => cellOf(cell, depth)));
    const filled = rows.filter((row) => row.some((cell) => cell.children.length));
    const width = Math.max(0, ...filled.map((row) => row.length));
    // A table of one column, or one cell, is a way of laying out a page.
    if (width < 2)
      return filled.flatMap((row) => row.flatMap(({ children }) => flow(children as RootContent[], depth)));
    const children = filled.map((row) => ({
      type: 'tableRow' as const,
      children: Array.from({ length: width }, (_, at): TableCell => row[at] ?? { type: 'tableCell', children: [] }),
    }));
    return [{ type: 'table', align: Array.from({ length: width }, (_, at) => node.align?.[at] ?? null), children }];
  };

  const cellOf = (cell: TableCell, depth: number): TableCell => ({
    type: 'tableCell',
    children: flow(cell.children as RootContent[], depth).flatMap((node, index) => [
      ...(index ? [{ type: 'text' as const, value: ' ' }] : []),
      ...inCell(node),
    ]),
  });

  /** What stands in a line: a row of a table is one. */
  const inLine = (node: PhrasingContent): PhrasingContent => {
    if (node.type === 'break') return { type: 'text', value: ' ' };
    if (node.type === 'text' || node.type === 'inlineCode') return { ...node, value: node.value.replace(/\s+/g, ' ') };
    return 'children' in node ? { ...node, children: node.children.map(inLine) } : node;
  };

  /** Blocks as words of one line; the items of a list each with its sign. */
  const inCell = (node: Nodes): PhrasingContent[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return node.children.map(inLine);
    if (node.type === 'listItem')
      return [{ type: 'text', value: '• ' }, ...node.children.flatMap(inCell), { type: 'text', value: ' ' }];
    if (node.type === 'code') return [{ type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') }];
    if (node.type === 'thematicBreak') return [];
    return 'children' in node ? (node.children as Nodes[]).flatMap(inCell) : [];
  };

  const phrases = (nodes: readonly PhrasingContent[], depth = 0): PhrasingContent[] =>
    nodes.flatMap((node) => phrase(node, depth));

  const phrase = (node: PhrasingContent, depth = 0): PhrasingContent[] => {
    const whole = node as Nodes;
    // As above.
    if (isItem(whole)) return inCell({ ...whole, children: flow(whole.children, deepest) as never });
    if (isBlock(node)) return blockOf(node as RootContent, deepest).flatMap(inCell);
    if (node.type === 'html') return [{ type: 'text', value: node.value }];
    if (!('children' in node)) return [node];
    const children = phrases(node.children, depth + 1);
    if (depth > 12) return children;
    switch (node.type) {
      case 'delete':
        return children.length ? [{ type: 'mdxJsxTextElement', name: 's', attributes: [], children }] : [];
      case 'link': {
        const words = children.flatMap((child) => (child.type === 'link' ? child.children : [child]));
        const address = absolute(node.url, url);
        const fault = addressFault(address);
        if (fault) unsafe.add(cut(node.url));
        // A place in the page that was: its ids are others here.
        if (
          !fault &&
          !/^#|^$/.test(address) &&
          !toString(words).trim() &&
          !/\.(?:png|jpe?g|gif|webp|svg)(?:\?|$)/i.test(address)
        )
          wordless.add(cut(address));
        if (fault || /^#|^$/.test(address) || !toString(words).trim()) return words;
        return [{ type: 'link', url: address, children: words }];
      }
      case 'linkReference':
        return children;
      default:
        return children.length ? [{ ...node, children }] : [];
    }
  };

  const result = flow(blocks, 0);
  if (unsafe.size)
    todo.push(`Of links that readers cannot follow, the words are here: ${[...unsafe].slice(0, 5).join(', ')}.`);
  if (wordless.size)
    todo.push(
      `Links without words, such as those of pictures, are left out: ${[...wordless].slice(0, 5).join(', ')}${wordless.size > 5 ? ` and ${wordless.size - 5} more` : ''}.`,
    );
  if (found.isDeep) todo.push(`Quotations or lists in one another were deeper than ${deepest}: look at their order.`);
  return result;
}

/** A list item, wherever it stands: in pages, also in struck-out words. */
const isItem = (node: Nodes): node is ListItem => node.type === 'listItem';

/** What stands in an item of a list; in broken pages, a list has other things as well. */
const inItem = (item: ListItem): RootContent[] => (isItem(item) ? item.children : [item]);

const isBlock = ({ type }: RootContent) =>
  /^(?:paragraph|heading|list|blockquote|table|code|thematicBreak|html|definition|yaml|footnoteDefinition|listItem|mdxJsxFlowElement|mdxFlowExpression)$/.test(
    type,
  );
const hasImage = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.some((node) => node.type === 'image' || ('children' in node && hasImage(node.children)));
const nonEmpty = <Node extends { children: unknown[] }>(node: Node): Node[] => (node.children.length ? [node] : []);

/** An address in full, where the address of its page is known. */
function absolute(address: string, base: string | undefined): string {
  const given = address.trim();
  if (given.startsWith('#') || !base || !URL.canParse(given, base)) return given;
  return /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : new URL(given, base).href;
}

/** A text as paragraphs of its words, where nothing else of it can be read. */
export const wordsOnly = (text: string): Paragraph[] =>
  text
    .split(/\n\s*\n|\n/)
    .map((words) => words.trim())
    .filter(Boolean)
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
