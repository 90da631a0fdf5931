import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import type { ComponentNode, Reader } from '../../document/contract.ts';
import { propsOf } from '../../document/props.ts';
import { columnOf, findColumn, readData } from '../data.ts';
import type { Data } from '../data.ts';
import { buildTable } from '../table.ts';

type Child = MdxJsxFlowElement['children'][number];

const expected = 'either one Markdown table between its tags or the name of a file in “data”';

/** The rows of the file, in the columns that are wanted. */
export function rowsFor(
  node: ComponentNode,
  file: string | undefined,
  wanted: readonly string[] | undefined,
  reader: Reader,
): { rows?: Data } {
  const children = node.children as Child[];
  if (!file) {
    if (children.length !== 1 || children[0]?.type !== 'table')
      reader.report(
        undefined,
        `Unexpected ${children.length ? 'text in' : 'empty'} <DataTable>: expected ${expected}.`,
      );
    if (wanted)
      reader.report(
        'columns',
        'Unexpected “columns” without “data”: expected them only where the rows come from a file.',
      );
    return {};
  }
  if (children.length)
    reader.report('data', `Unexpected “data” on a <DataTable> that holds something: expected ${expected}.`);
  const contents = reader.file(file);
  if (contents === undefined) return {};
  const read = readData(contents, file, (reason) => reader.report('data', reason));
  if (!read) return {};
  const { columns, rows } = read.data;
  if (!wanted) return { rows: read.data };
  const places = wanted.flatMap((name) => {
    const index = findColumn(read.data, name, (reason, nearest) => reader.report('columns', reason, nearest));
    return index === undefined ? [] : [index];
  });
  return {
    rows: {
      columns: places.map((index) => columns[index]!),
      rows: rows.map((row) => places.map((index) => row[index]!)),
    },
  };
}

const make = (name: string, attributes: Record<string, string>, children: Child[]): Child => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
  children,
});

/** Gives a Markdown table the caption, and the marks that a table of a file has. */
export function setCaption(node: ComponentNode): void {
  const [table] = node.children as Child[];
  if (table?.type !== 'table') return;
  const [head, ...rows] = table.children;
  const words = (cell: unknown) => (cell as { children: Child[] }).children;
  const { title } = propsOf(node).values;
  const columns = head!.children.map((cell, index) => {
    // A writer’s digits are for readers: they may have commas, and a unit behind them.
    const texts = rows.map((row) => toString(row.children[index] ?? '').replace(/(?<=\d),(?=\d{3})|[  ]?%$/g, ''));
    const isRight = table.align?.[index] === 'right' || columnOf('', texts).kind === 'number';
    return { words: words(cell), kind: isRight ? ('number' as const) : ('words' as const) };
  });
  // A tag in a text is typed to hold blocks; a caption holds words.
  const caption = [{ type: 'text', value: title as string } as unknown as Child];
  node.children = [
    buildTable({ caption, columns, rows: rows.map((row) => row.children.map(words)) }, make),
  ] as typeof node.children;
}
