import { styles as ofComponents } from 'virtual:nutgraf/components';
import { styles as own } from 'virtual:nutgraf/brand';
import { brand } from 'virtual:nutgraf/site';
import { shapeOf } from '../components/badge-shapes.ts';
import type { BadgeShape } from '../components/badge-shapes.ts';
import table from '../components/table.css?inline';
import { pictureRules } from '../stories/shown-pictures.ts';
import type { PicturesOfPage } from '../stories/shown-pictures.ts';
import type { Story, Text } from '../stories/story.ts';
import base from '../styles/base.css?inline';
import cards from '../styles/cards.css?inline';
import code from '../styles/code.css?inline';
import frame from '../styles/frame.css?inline';
import front from '../styles/front.css?inline';
import guide from '../styles/guide.css?inline';
import history from '../styles/history.css?inline';
import kit from '../styles/kit.css?inline';
import leadPicture from '../styles/lead-picture.css?inline';
import list from '../styles/list.css?inline';
import print from '../styles/print.css?inline';
import said from '../styles/said.css?inline';
import bars from '../styles/shapes/bars.css?inline';
import block from '../styles/shapes/block.css?inline';
import bubble from '../styles/shapes/bubble.css?inline';
import bust from '../styles/shapes/bust.css?inline';
import circle from '../styles/shapes/circle.css?inline';
import diamond from '../styles/shapes/diamond.css?inline';
import page from '../styles/shapes/page.css?inline';
import search from '../styles/search.css?inline';
import shape from '../styles/shapes/shape.css?inline';
import sources from '../styles/sources.css?inline';
import story from '../styles/story.css?inline';
import termList from '../styles/terms.css?inline';
import tokens from '../styles/tokens.css?inline';
import wide from '../styles/wide.css?inline';

const shapes: Record<BadgeShape, string> = { bars, block, bubble, bust, circle, diamond, page };

/** Later layers win, and a newsroom’s unlayered styles win over all of them. */
const order = ['tokens', 'base', 'frame', 'story', 'sources', 'components', 'shapes', 'brand', 'print']
  .map((layer) => `nutgraf.${layer}`)
  .join(',');

const sheet = (...parts: string[]) => [`@layer ${order};`, ...new Set(parts), brand.styles, own].join('');

/** All the styles that the page of a story or a note needs, and no others: its own components and shapes. */
export function textStyles({
  document,
  sources: cited,
  terms,
  picture,
}: Text & Partial<Pick<Story, 'picture'>>): string {
  const used = new Set(cited.map(({ kind }) => shapeOf(kind)));
  return sheet(
    tokens,
    base,
    frame,
    story,
    ...(cited.length ? [sources, shape] : []),
    ...(picture ? [leadPicture] : []),
    ...(document.tables ? [table] : []),
    ...(document.code ? [code] : []),
    ...(cited.length || Object.keys(terms).length ? [cards] : []),
    ...document.components.map((name) => ofComponents[name] ?? ''),
    ...[...used].map((one) => shapes[one]),
    print,
  );
}

/** The styles of a page on what changed in a story. */
export const historyStyles = (): string => sheet(tokens, base, frame, list, history, print);

/** The styles of a republish kit. */
export const kitStyles = (): string => sheet(tokens, base, frame, story, kit, print);

/** The styles of a page that lists stories or something else. @param hasWords whether it has statements. */
export const listStyles = (pictures: PicturesOfPage = new Map(), hasWords = false): string =>
  sheet(tokens, wide, base, frame, list, ...(hasWords ? [said] : []), pictureRules(pictures), print);

/** The styles of a note’s page: its own, and those of the list of stories that use it. */
export const noteStyles = (note: Text): string => textStyles(note) + list;

/** The styles of the page of all terms. */
export const termsStyles = (): string => sheet(tokens, wide, base, frame, list, termList, print);

/** The styles of the front page. */
export const frontStyles = (pictures: PicturesOfPage): string =>
  sheet(tokens, wide, base, frame, front, pictureRules(pictures), print);

/** The styles of the search page. */
export const searchStyles = (): string => sheet(tokens, wide, base, frame, list, search, print);

/** The styles of the guide, which shows every component. */
export const guideStyles = (): string =>
  sheet(
    tokens,
    base,
    frame,
    story,
    sources,
    shape,
    cards,
    table,
    ...Object.values(ofComponents),
    ...Object.values(shapes),
    guide,
    print,
  );
