import { figures } from '../schema/topic.ts';
import type { Figure } from '../schema/topic.ts';

/**
 * The mark of a story without a picture: drawn by rule from its own sourcing. Its topic chooses the figure and
 * the ground, its id the proportions; solid strokes count the sources, dotted ones what is not known.
 */

/** What a mark is drawn from. */
export interface MarkSeed {
  figure: Figure;
  /** On the deep ground, in light ink. */
  isDeep: boolean;
  seed: string;
  sources: number;
  /** How many things are not known. */
  open: number;
}

/** A mark as the paths of an SVG of 96 × 64. */
export interface Mark {
  solid: string;
  dotted: string;
  disc: { x: number; y: number; r: number };
  /** How thick its strokes are: those of bars are wide. */
  weight: 'line' | 'rain' | 'bars';
}

export const MARK_WIDTH = 96;
export const MARK_HEIGHT = 64;

/** FNV-1a, 32 bits, over code points (isthe.com/chongo/tech/comp/fnv). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const sign of text.normalize('NFC')) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
};

/** What the topic of a story decides of its mark. */
export function familyOf(
  topic: { id: string; mark?: Figure | undefined } | undefined,
): Pick<MarkSeed, 'figure' | 'isDeep'> {
  const hash = hashOf(topic?.id ?? '');
  return { figure: topic?.mark ?? figures[hash % figures.length]!, isDeep: Math.floor(hash / 64) % 2 === 1 };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** A coordinate to half a unit, which is finer than anybody sees. */
const half = (value: number) => String(Math.round(value * 2) / 2);

const line = (...points: [x: number, y: number][]) =>
  points.map(([x, y], index) => `${index ? 'L' : 'M'}${half(x)} ${half(y)}`).join('');

/** Draws a mark. The same seed draws the same mark. */
export function drawMark({ figure, seed, sources, open }: MarkSeed): Mark {
  let hash = hashOf(seed);
  const next = (from: number, to: number) => {
    hash = (Math.imul(hash ^ (hash >>> 15), 2246822519) + 1) >>> 0;
    hash = (hash ^ (hash >>> 13)) >>> 0;
    return from + (hash / 2 ** 32) * (to - from);
  };
  for (let skipped = 0; skipped < 4; skipped += 1) next(0, 1);
  const solid = clamp(sources, 4, figure === 'arcs' || figure === 'waves' ? 6 : 8);
  const dotted = clamp(open, 1, 3);
  const { strokes, disc, weight = 'line' } = drawings[figure]({ next, solid, dotted, all: solid + dotted });
  return {
    solid: strokes.slice(0, solid).join(''),
    dotted: strokes.slice(solid).join(''),
    disc: { x: Math.round(clamp(disc[0], 20, 76)), y: Math.round(clamp(disc[1], 7, 57)), r: disc[2] ?? 3 },
    weight,
  };
}

interface Given {
  next: (from: number, to: number) => number;
  solid: number;
  dotted: number;
  all: number;
}

/** Strokes with the solid ones first. */
interface Drawing {
  strokes: string[];
  disc: [x: number, y: number, r?: number];
  weight?: Mark['weight'];
}

const count = <Item>(length: number, make: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => make(index));

const drawings: Record<Figure, (given: Given) => Drawing> = {
  strata({ next, all }) {
    const [fault, drop, slope] = [next(30, 66), next(6, 14), next(-7, 7)];
    const step = 54 / all;
    // From the bottom, so that the dotted ones are on top.
    const strokes = count(all, (index) => {
      const y = 60 - index * step;
      const middle = y - slope / 2;
      return line([0, y], [fault, middle], [fault, middle - drop], [MARK_WIDTH, y - slope - drop]);
    });
    return { strokes, disc: [fault, 60 - (all / 2) * step - drop] };
  },

  waves({ next, all }) {
    const [shift, first, last] = [next(0, 24), next(2, 4), next(7, 10)];
    const strokes = count(all, (index) => {
      const depth = 1 - index / all;
      const [y, rise] = [22 + depth * 38, first + depth * (last - first)];
      return `M${half(shift - 48)} ${half(y)}q12 ${half(-rise)} 24 0${'t24 0'.repeat(6)}`;
    });
    return { strokes, disc: [next(24, 72), 10, 5] };
  },

  rain({ next, solid, dotted }) {
    const strokes = count(solid + dotted, (index) => {
      const x = 8 + ((index * 37 + next(0, 9)) % 84);
      const length = next(16, 38);
      const y = next(2, 60 - length);
      return line([x, y], [x - length * 0.36, y + length]);
    });
    return { strokes, disc: [next(24, 72), next(44, 56)], weight: 'rain' };
  },

  bars({ next, solid, all }) {
    const step = 84 / all;
    const heights = count(all, (index) => (index < solid ? next(14, 40) : next(18, 30)));
    const tallest = solid - (next(0, 1) > 0.5 ? 1 : 2);
    heights[tallest] = 48;
    const x = (index: number) => 6 + step * (index + 0.5);
    return {
      strokes: heights.map((height, index) => line([x(index), 60], [x(index), 60 - height])),
      disc: [x(tallest), 7, 3],
      weight: 'bars',
    };
  },

  arcs({ next, all }) {
    const [x, isWhole] = [next(22, 74), next(0, 1) > 0.5];
    const [y, step] = [isWhole ? 36 : 64, (isWhole ? 58 : 70) / all];
    const strokes = count(all, (index) => {
      const r = Math.round(6 + step * index);
      const arc = `a${half(r)} ${half(r)} 0 0 1 ${half(2 * r)} 0`;
      return `M${half(x - r)} ${half(y)}${arc}${isWhole ? `a${half(r)} ${half(r)} 0 0 1 ${half(-2 * r)} 0` : ''}`;
    });
    const [r, angle] = [6 + step * Math.floor(all / 2), next(0.6, 2.5)];
    return { strokes, disc: [x + r * Math.cos(angle), y - r * Math.sin(angle)] };
  },

  strands({ next, all }) {
    const ports = count(all, (index) => 5 + (54 / (all - 1)) * index);
    const ends = ports
      .map((port) => ({ port, by: next(0, 1) }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ port }) => port);
    const strokes = ports.map(
      (port, index) => `M0 ${half(port)}C40 ${half(port)} 56 ${half(ends[index]!)} 96 ${half(ends[index]!)}`,
    );
    return { strokes, disc: [48, (ports[1]! + ends[1]!) / 2] };
  },

  portals({ next, all }) {
    const x = next(30, 66);
    const [wide, high] = [next(4, 5.5), next(4.5, 6)];
    const strokes = count(all, (index) => {
      const [half_, top] = [3 + wide * index, 58 - 6 - high * (index + 1)];
      return line([x - half_, 64], [x - half_, top], [x + half_, top], [x + half_, 64]);
    });
    return { strokes, disc: [x, 57, 2] };
  },
};
