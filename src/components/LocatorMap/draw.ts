import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import type { StoryContext } from '../../stories/story.ts';
import { listFormat } from '../../strings/intl.ts';
import { fill } from '../../strings/strings.ts';
import type { LocatorMapData, NamedPoint } from './project.ts';

/** What a country is called in the language of the story; in English as the writer has it. */
function nameOf({ name, region }: NamedPoint, lang: string): string {
  if (!region || lang.startsWith('en')) return name;
  return new Intl.DisplayNames(lang, { type: 'region', style: 'short' }).of(region) ?? name;
}

/** What a map shows, in a few words: for those who cannot see it. */
export function mapInWords({ countries, places }: LocatorMapData, { story: { lang }, strings }: StoryContext): string {
  const list = (names: string[]) => listFormat(lang, 'conjunction').format(names);
  const values = {
    countries: list(countries.map((country) => nameOf(country, lang))),
    places: list(places.map(({ name }) => name)),
  };
  return fill(!countries.length ? strings.mapWith : places.length ? strings.mapOfWith : strings.mapOf, values);
}

/** A box on the narrowest screen, in its pixels. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The narrowest map, and its letters, in CSS pixels: names that do not touch there do not touch anywhere. */
const narrow = 280;
const font = 13;

/**
 * The map as an `svg` element. Shapes grow with the page and names do not: the shapes are in a
 * drawing of their own inside, and names stand at shares of its width and height.
 */
export function drawMap(map: LocatorMapData, lang: string): Element {
  const { width, height, land, borders, marked } = map;
  const taken: Box[] = [];
  const tall = (narrow * height) / width;
  const boxOf = (x: number, y: number, words: string, anchor: string): Box => {
    const wide = words.length * font * 0.6;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
    return { left, right: left + wide, top: y - font * 0.6, bottom: y + font * 0.6 };
  };
  const overlap = (box: Box, among = taken.length) =>
    taken
      .slice(0, among)
      .reduce(
        (sum, other) =>
          sum +
          Math.max(0, Math.min(box.right, other.right) - Math.max(box.left, other.left)) *
            Math.max(0, Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)),
        0,
      ) +
    1000 *
      (Math.max(0, -box.left) +
        Math.max(0, box.right - narrow) +
        Math.max(0, -box.top) +
        Math.max(0, box.bottom - tall));
  /** The first of several places for a name where it touches nothing, else where it touches least. */
  const put = (
    { x, y }: NamedPoint,
    words: string,
    options: { dx: number; dy: number; anchor: string }[],
    className: string,
  ): Element => {
    const at = [(x / 100) * narrow, (y / 100) * tall] as const;
    const tried = options.map((option) => ({
      option,
      box: boxOf(at[0] + option.dx, at[1] + option.dy, words, option.anchor),
    }));
    const best = tried.reduce((least, each) => (overlap(each.box) < overlap(least.box) ? each : least));
    taken.push(best.box);
    const { dx, dy, anchor } = best.option;
    return s(
      'text',
      { x: `${x}%`, y: `${y}%`, dx, dy: dy + font * 0.35, textAnchor: anchor, className: [className] },
      words,
    );
  };
  const dots = map.places.map(({ x, y }): ElementContent => {
    const [left, top] = [(x / 100) * narrow, (y / 100) * tall];
    taken.push({ left: left - 5, right: left + 5, top: top - 5, bottom: top + 5 });
    return s('circle', { cx: `${x}%`, cy: `${y}%`, r: 4 });
  });
  const places = map.places.map((place) => put(place, place.name, besides, 'place'));
  const countries = map.countries.map((country) => put(country, nameOf(country, lang), abouts, 'country'));
  const around = map.around.flatMap((country) => {
    const before = taken.length;
    const name = put(country, nameOf(country, lang), nears, 'around');
    if (overlap(taken[before]!, before) === 0) return [name];
    taken.pop();
    return [];
  });
  return s('svg', [
    s('svg', { viewBox: `0 0 ${width} ${height}`, width: '100%', height: '100%' }, [
      s('path', { className: ['land'], d: land }),
      s('path', { className: ['borders'], d: borders }),
      ...(marked ? [s('path', { className: ['marked'], d: marked })] : []),
    ]),
    ...dots,
    ...around,
    ...countries,
    ...places,
  ]);
}

const besides = [
  { dx: 8, dy: 0, anchor: 'start' },
  { dx: -8, dy: 0, anchor: 'end' },
  { dx: 0, dy: -13, anchor: 'middle' },
  { dx: 0, dy: 14, anchor: 'middle' },
  { dx: 6, dy: -11, anchor: 'start' },
  { dx: 6, dy: 12, anchor: 'start' },
  { dx: -6, dy: -11, anchor: 'end' },
  { dx: -6, dy: 12, anchor: 'end' },
];
const abouts = [0, -16, 16, -30, 30, -46, 46].flatMap((dy) =>
  [0, -24, 24, -48, 48].map((dx) => ({ dx, dy, anchor: 'middle' })),
);
/** A neighbour’s name stays on its land, or is left out. */
const nears = [0, -14, 14].flatMap((dy) => [0, -10, 10].map((dx) => ({ dx, dy, anchor: 'middle' })));
