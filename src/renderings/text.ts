import type { ElementContent, Root } from 'hast';
import { toText as textOf } from 'hast-util-to-text';

/**
 * A plain tree as text, with a line for each block as a browser would set it (HTML Standard,
 * `innerText`), and signs for what only markup told: addresses, items, pictures, powers.
 */
export const toText = (tree: Root): string =>
  textOf(inSigns(tree))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const inSigns = (tree: Root): Root => ({
  ...tree,
  children: tree.children.map((node, index) => (node.type === 'element' ? signed(node, index) : node)),
});

const raised = Object.fromEntries([...'0123456789+−-()n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ'][index]]));
const lowered = Object.fromEntries([...'0123456789+−-()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎'][index]]));

/** Words in small signs where there is one for each, else behind a mark: ten to the fifth is not 105. */
const small = (words: string, signs: Record<string, string | undefined>, mark: string) =>
  [...words].every((sign) => signs[sign]) ? [...words].map((sign) => signs[sign]).join('') : mark + words;

const text = (value: string): ElementContent => ({ type: 'text', value });

function signed(node: ElementContent, index: number, parent?: string): ElementContent {
  if (node.type !== 'element') return node;
  let item = 0;
  const children = node.children.map((child) =>
    signed(child, child.type === 'element' && child.tagName === 'li' ? item++ : 0, node.tagName),
  );
  const words = () => textOf({ type: 'root', children });
  const { href, alt } = node.properties;
  switch (node.tagName) {
    case 'sup':
      return text(small(words(), raised, '^'));
    case 'sub':
      return text(small(words(), lowered, '_'));
    case 'q':
      return { ...node, children: [text('“'), ...children, text('”')] };
    case 'img':
      return text(alt ? `[${String(alt)}]` : '');
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
