import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';

/**
 * What is kept of a drawing: shapes, words, and how they look. Nothing else of what the library
 * writes is needed on a page, and nothing else can come from a file.
 */
const elements = new Set(['g', 'path', 'rect', 'circle', 'line', 'text', 'tspan']);
const attributes = new Set([
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'dx',
  'dy',
  'width',
  'height',
  'transform',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'text-anchor',
]);

/** A tenth of a unit is less than a reader sees. */
const rounded = (value: string) =>
  value.replace(/-?\d+\.\d{2,}(?!em)/g, (digits) => String(Number(Number(digits).toFixed(1))));

/** A drawing of the library as a tree that is safe to show, with fewer digits. */
export function cleaned(node: globalThis.Element): ElementContent[] {
  if (!elements.has(node.localName)) return [];
  const kept = [...node.attributes]
    .filter(({ name }) => attributes.has(name))
    .map(({ name, value }) => [name, rounded(value)]);
  const children = [...node.childNodes].flatMap((child): ElementContent[] => {
    if (child.nodeType === 3) return [{ type: 'text', value: child.textContent ?? '' }];
    return child.nodeType === 1 ? cleaned(child as globalThis.Element) : [];
  });
  if (node.localName === 'g' && !children.length) return [];
  return [s(node.localName, Object.fromEntries(kept) as Record<string, string>, children)];
}

/** Words in a drawing; `y` is their middle. */
export const label = (x: number, y: number, words: string, more: Record<string, string | number> = {}): Element =>
  s('text', { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, dy: '.35em', ...more }, words);

/**
 * Breaks words into lines of at most so many signs.
 *
 * @param most how long a word may be that is not broken in itself.
 */
export function wrap(words: string, signs: number, most = 2 * signs): string[] {
  const lines: string[] = [];
  const parts = words
    .split(/\s+/)
    .flatMap((word) => (word.length > most ? (word.match(new RegExp(`.{1,${signs}}`, 'gu')) ?? []) : word));
  for (const word of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < signs) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Moves the middles of labels apart, by their heights, as little as keeps them in order and above `end`. */
export function apart(middles: readonly number[], heights: readonly number[], end: number): number[] {
  const order = [...middles.keys()].sort((a, b) => middles[a]! - middles[b]!);
  const placed = [...middles];
  let edge = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, edge + heights[index]! / 2);
    edge = placed[index] + heights[index]! / 2;
  }
  edge = end;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, edge - heights[index]! / 2);
    edge = placed[index] - heights[index]! / 2;
  }
  return placed;
}
