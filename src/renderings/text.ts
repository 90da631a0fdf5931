import type { Element, ElementContent, Root } from 'hast';
import { toText as textOf } from 'hast-util-to-text';
import { typedMarks } from '../strings/quotation-marks.ts';
import type { MarkPair } from '../strings/quotation-marks.ts';

/**
 * A plain tree as a file of text: an empty line between blocks, items with their signs and numbers, what stands in an
 * item below its words, and quotations marked as in mail (RFC 3676, 4.5).
 *
 * @param lang of the words: its quotation marks stand for `<q>`.
 */
export const toText = (tree: Root, lang = 'en'): string =>
  blocksOf(tree.children as ElementContent[], typedMarks(lang)).join('\n\n');

/** What stands by itself on lines of its own, and has lines in it. */
const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' && (lines.has(node.tagName) || node.children.some(isBlock));

const lines = new Set(
  'address article aside blockquote div dl dt dd figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table ul'.split(
    ' ',
  ),
);

/** Blocks of lines, without the empty lines between them. */
function blocksOf(nodes: readonly ElementContent[], marks: readonly MarkPair[]): string[] {
  const blocks: string[] = [];
  let sentence: ElementContent[] = [];
  const add = (...more: string[]) => blocks.push(...more.filter(Boolean));
  const endSentence = () => {
    add(wordsIn(sentence, marks));
    sentence = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      sentence.push(node);
      continue;
    }
    endSentence();
    add(...blockOf(node, marks));
  }
  endSentence();
  return blocks;
}

function blockOf(node: Element, marks: readonly MarkPair[]): string[] {
  switch (node.tagName) {
    case 'blockquote':
      return [indented(blocksOf(node.children, marks).join('\n\n'), '> ', '> ').replace(/ +$/gm, '')];
    case 'ul':
    case 'ol':
      return [listOf(node, marks)];
    case 'dl':
      return [blocksOf(node.children, marks).join('\n')];
    case 'table':
      return [wordsIn([node], marks)];
    default:
      return blocksOf(node.children, marks);
  }
}

/** Items with a line each; with an empty line between them where one has several blocks. */
function listOf({ tagName, properties, children }: Element, marks: readonly MarkPair[]): string {
  let number = Number(properties['start'] ?? 1);
  const items = children.flatMap((item) => {
    if (item.type !== 'element') return [];
    const { value } = item.properties;
    if (value !== undefined) number = Number(value);
    const sign = item.tagName !== 'li' ? '' : tagName === 'ol' ? `${number++}. ` : '- ';
    const blocks = blocksOf(item.children, marks);
    // A list within an item follows its words at once.
    const text = blocks.join(
      item.children.some((one) => one.type === 'element' && loose.has(one.tagName)) ? '\n\n' : '\n',
    );
    return [{ text: indented(text, sign, ' '.repeat(sign.length)).trimEnd(), isLoose: text.includes('\n\n') }];
  });
  return items.map(({ text }) => text).join(items.some(({ isLoose }) => isLoose) ? '\n\n' : '\n');
}

/** What makes an item one of several blocks. */
const loose = new Set(['p', 'blockquote', 'table', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6']);

const indented = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : line || others.trim() ? others : '') + line)
    .join('\n');

/** Words of a sentence, or of a table, on lines as a browser would set them. */
const wordsIn = (nodes: ElementContent[], marks: readonly MarkPair[]): string =>
  textOf(inSigns({ type: 'root', children: nodes }, marks)).trim();

/**
 * The words of a plain tree, with a line for each block as a browser would set it (HTML Standard,
 * `innerText`), and signs for what only markup told: what the ledger keeps, and metadata say. What is kept is held
 * against what was kept before: it stays as it is.
 *
 * @param lang of the words: its quotation marks stand for `<q>`.
 */
export const toWords = (tree: Root, lang = 'en'): string =>
  textOf(inSigns(tree, typedMarks(lang)))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const inSigns = (tree: Root, marks: readonly MarkPair[]): Root => ({
  ...tree,
  children: tree.children.map((node, index) => (node.type === 'element' ? signed(node, index, marks) : node)),
});

const raised = Object.fromEntries(
  Array.from('0123456789+−-()n').map((sign, index) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ')[index]]),
);
const lowered = Object.fromEntries(
  Array.from('0123456789+−-()').map((sign, index) => [sign, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎')[index]]),
);

/** Words in small signs where there is one for each, else behind a mark: ten to the fifth is not 105. */
const small = (words: string, signs: Record<string, string | undefined>, mark: string) =>
  [...words].every((sign) => signs[sign]) ? [...words].map((sign) => signs[sign]).join('') : mark + words;

const text = (value: string): ElementContent => ({ type: 'text', value });

function signed(node: ElementContent, index: number, marks: readonly MarkPair[], parent?: string): ElementContent {
  if (node.type !== 'element') return node;
  let item = 0;
  const [outer, inner] = marks;
  // One within another has the other marks.
  const within = node.tagName === 'q' && inner && outer ? [inner, outer] : marks;
  const children = node.children.map((child) =>
    signed(child, child.type === 'element' && child.tagName === 'li' ? item++ : 0, within, node.tagName),
  );
  const words = () => textOf({ type: 'root', children });
  const { href, alt } = node.properties;
  switch (node.tagName) {
    case 'sup':
      return text(small(words(), raised, '^'));
    case 'sub':
      return text(small(words(), lowered, '_'));
    case 'q':
      return { ...node, children: [text(outer?.[0] ?? ''), ...children, text(outer?.[1] ?? '')] };
    case 'img':
      return text(alt ? `[${alt}]` : '');
    case 'a':
      return {
        ...node,
        children:
          /^https?:/.test(String(href)) && words() !== href ? [...children, text(` (${String(href)})`)] : children,
      };
    case 'li':
      return { ...node, children: [text(parent === 'ol' ? `${index + 1}. ` : '- '), ...inLine(children)] };
    default:
      return { ...node, children };
  }
}

/** The first block of an item on the line of its sign. */
const inLine = ([first, ...rest]: ElementContent[]): ElementContent[] =>
  first?.type === 'element' && /^(p|h\d)$/.test(first.tagName)
    ? [{ ...first, tagName: 'span' }, ...rest]
    : [...(first ? [first] : []), ...rest];
