import type { SourceKind } from '../schema/source.ts';

/** The shape that stands for a kind of source; drawn in `styles/shapes.css`. */
export type BadgeShape = 'circle' | 'block' | 'diamond' | 'page' | 'bars' | 'bubble' | 'bust';

const shapes: Record<SourceKind, BadgeShape> = {
  agency: 'circle',
  newspaper: 'block',
  news: 'block',
  statement: 'diamond',
  briefing: 'diamond',
  document: 'page',
  court: 'page',
  study: 'page',
  data: 'bars',
  post: 'bubble',
  interview: 'bust',
  speech: 'bust',
  person: 'bust',
  other: 'bust',
};

export const shapeOf = (kind: SourceKind): BadgeShape => shapes[kind];
