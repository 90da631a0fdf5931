import fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { mdxJsxToMarkdown } from 'mdast-util-mdx-jsx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** Stories made by chance of all that a text may hold, each with the words that every copy of it has to say. */
export interface GeneratedStory {
  body: string;
  /** Its paragraphs, headings, items and cells, in order. */
  blocks: string[];
}

/** Words of several scripts, and words with what means something in Markdown, MDX, YAML or HTML. */
const words =
  'bridge closed Brücke 大橋は閉鎖 γέφυρα мост جسر पुल สะพาน שלום 2.5% $40 R&D a*b* **c snake_case_ _d [note] [x](y) 1. #5 x<y <b> {set} `code` 3|4 “said” ‘so’ it’s ~10 ~~e \\path &amp; © — - + > e.g. !important http://a_b.example/c_d 10:30 1) ^f :::g $x$ == 50/50'.split(
    ' ',
  );

const text = fc
  .tuple(
    fc.constantFrom('bridge', 'Brücke', '大橋', 'мост', 'جسر'),
    fc.array(fc.constantFrom(...words), { maxLength: 9 }),
  )
  .map((all) => all.flat().join(' '));

const plainText = (value: string): PhrasingContent => ({ type: 'text', value });

const phrase: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: text.map(plainText) },
  text.map((value): PhrasingContent => ({ type: 'emphasis', children: [plainText(value)] })),
  text.map((value): PhrasingContent => ({ type: 'strong', children: [plainText(value)] })),
  text.map((value): PhrasingContent => ({
    type: 'link',
    url: 'https://example.org/a_b?c=1&d=2',
    children: [plainText(value)],
  })),
  fc.constantFrom('npm run', 'a_b', '<i>', '{x}').map((value): PhrasingContent => ({ type: 'inlineCode', value })),
);

/** Spaces between its parts, so that signs at their edges open and close them. */
const phrases = fc
  .array(phrase, { minLength: 1, maxLength: 4 })
  .map((all) => all.flatMap((one, index) => (index ? [plainText(' '), one] : [one])));

const paragraph = phrases.map((children): BlockContent => ({ type: 'paragraph', children }));

const list = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(paragraph, fc.option(paragraph)), { minLength: 1, maxLength: 4 }))
  .map(([ordered, items]): BlockContent => ({
    type: 'list',
    ordered,
    spread: false,
    children: items.map(([first, inner]) => ({
      type: 'listItem',
      children: [
        first,
        ...(inner ? [{ type: 'list' as const, children: [{ type: 'listItem' as const, children: [inner] }] }] : []),
      ],
    })),
  }));

const quotation = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((children): BlockContent => ({ type: 'blockquote', children }));

const table = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.array(phrases, { minLength: 12, maxLength: 12 }),
  )
  .map(([columns, rows, cells]): BlockContent => ({
    type: 'table',
    children: Array.from({ length: rows + 1 }, (_, row) => ({
      type: 'tableRow',
      children: Array.from({ length: columns }, (__, column) => ({
        type: 'tableCell',
        children: cells[row * columns + column]!,
      })),
    })),
  }));

const block = fc.oneof({ weight: 3, arbitrary: paragraph }, list, quotation, table);

const heading = text.map((value): RootContent => ({ type: 'heading', depth: 2, children: [plainText(value)] }));

const section = (name: string, children: MdxJsxFlowElement['children']): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: [],
  children,
});

/** Sections of a story that hold any text, each at most once, and in any order. */
const sections = fc
  .shuffledSubarray(['WhyItMatters', 'WhatsNext', 'Background', 'KeyPoints', 'WhatWeKnow', 'WhatWeDontKnow'])
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        (name.startsWith('W') && name !== 'WhatWeKnow' && name !== 'WhatWeDontKnow') || name === 'Background'
          ? fc.array(block, { minLength: 1, maxLength: 3 }).map((children) => section(name, children))
          : list.map((children) => section(name, [children])),
      ),
    ),
  );

const story = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(heading, block), { maxLength: 2 }),
    sections,
  )
  .map(([first, headed, named]): Root => ({ type: 'root', children: [...first, ...headed.flat(), ...named] }));

/** What MDX would take for code. */
const braces = {
  unsafe: [
    { character: '{', inConstruct: 'phrasing' as const },
    { character: '}', inConstruct: 'phrasing' as const },
  ],
};

const written = (tree: Root): GeneratedStory => {
  const blocks: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(toString(node));
  });
  return { body: toMarkdown(tree, { extensions: [mdxJsxToMarkdown(), gfmTableToMarkdown(), braces] }), blocks };
};

/** @param seed the same gives the same stories. */
export const generatedStories = (count: number, seed: number): GeneratedStory[] =>
  fc.sample(story, { numRuns: count, seed }).map(written);
