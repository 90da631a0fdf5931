import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatCell } from './data.ts';
import type { Column, Data } from './data.ts';

/** A table in any tree: what stands in its cells is already made of that tree’s nodes. */
export interface Table<Node> {
  caption?: Node[];
  columns: { words: Node[]; kind: Column['kind'] }[];
  rows: Node[][][];
}

/** How an element of a tree is made. */
export type Make<Node> = (name: string, attributes: Record<string, string>, children: Node[]) => Node;

/** Builds a table: columns of numbers are marked, and a first column that is none names its rows. */
export function buildTable<Node>({ caption, columns, rows }: Table<Node>, make: Make<Node>): Node {
  const mark = (index: number): Record<string, string> => (columns[index]?.kind === 'number' ? { class: 'right' } : {});
  const namesRows = columns.length > 1 && columns[0]?.kind !== 'number';
  const head = columns.map(({ words }, index) => make('th', { scope: 'col', ...mark(index) }, words));
  const cells = (row: Node[][]) =>
    row.map((words, index) =>
      index === 0 && namesRows ? make('th', { scope: 'row' }, words) : make('td', mark(index), words),
    );
  return make('table', {}, [
    ...(caption ? [make('caption', {}, caption)] : []),
    make('thead', {}, [make('tr', {}, head)]),
    make(
      'tbody',
      {},
      rows.map((row) => make('tr', {}, cells(row))),
    ),
  ]);
}

const words = (value: string): ElementContent[] => [{ type: 'text', value }];

/**
 * The rows of a file as a table in the language of a story.
 *
 * @param isPlain without classes, for what is not the page.
 */
export function tableOf(
  { columns, rows }: Data,
  lang: string,
  { caption, isPlain = false }: { caption?: string; isPlain?: boolean } = {},
): Element {
  const table: Table<ElementContent> = {
    ...(caption && { caption: words(caption) }),
    columns: columns.map(({ name, kind }) => ({ words: words(name), kind })),
    rows: rows.map((row) => row.map((cell, index) => words(formatCell(cell, columns[index]!, lang)))),
  };
  const make: Make<ElementContent> = (name, { class: className, ...attributes }, children) =>
    h(name, { ...attributes, ...(className && !isPlain && { className }) }, children);
  return buildTable(table, make) as Element;
}
