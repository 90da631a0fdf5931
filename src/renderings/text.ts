import type { ElementContent, Root } from 'hast';
import { toText as textOf } from 'hast-util-to-text';
import { typedMarks } from '../strings/quotation-marks.ts';
import type { MarkPair } from '../strings/quotation-marks.ts';

/**
 * A plain tree as text, with a line for each block as a browser would set it (HTML Standard,
 * `innerText`), and signs for what only markup told: addresses, items, pictures, powers.
 *
 * @param lang of the words: its quotation marks stand for `<q>`.
 */
export const toText = (tree: Root, lang = 'en'): string =>
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
