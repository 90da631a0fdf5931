import type { Paragraph } from 'mdast';
import type { Root, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { defaultHandlers } from 'mdast-util-to-markdown';
import type { Handle, Options } from 'mdast-util-to-markdown';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { Processor } from 'unified';

/** A component as a writer types it: tags at the beginning of their lines, what stands inside not indented. */
const flow: Handle = (node: MdxJsxFlowElement, _, state, info) => {
  const props = node.attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute'
      ? // eslint-disable-next-line @typescript-eslint/no-base-to-string -- What is imported sets only text.
        ` ${attribute.name}="${String(attribute.value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
      : '',
  );
  const open = `${node.name}${props.join('')}`;
  return node.children.length ? `<${open}>\n${state.containerFlow(node, info)}\n</${node.name}>` : `<${open} />`;
};

/** MDX takes these words for code at the beginning of a paragraph. */
const paragraph: Handle = (node: Paragraph, parent, state, info) =>
  defaultHandlers
    .paragraph(node, parent, state, info)
    .replace(/^(?:im|ex)port\b/, (word) => `&#x${word.charCodeAt(0).toString(16)};${word.slice(1)}`);

const settings: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  resourceLink: true,
  listItemIndent: 'one',
  handlers: { mdxJsxFlowElement: flow, paragraph },
};

/** Tables, beside what other plugins write: an extension among the settings would be overwritten by theirs. */
function tables(this: Processor): void {
  (this.data().toMarkdownExtensions ??= []).push(gfmTableToMarkdown());
}

const writer = remark().use(remarkMdx).use(tables).data('settings', settings).freeze();

/** Blocks as the text of a story. Whatever signs are in their words, they stay words. */
export const mdxOf = (blocks: readonly RootContent[]): string =>
  writer.stringify({ type: 'root', children: [...blocks] } satisfies Root);

/** A comment that only a writer sees, and that `check` tells of. */
export const todo = (words: string): RootContent => ({
  type: 'mdxFlowExpression',
  value: `/* TODO ${words.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */`,
});
