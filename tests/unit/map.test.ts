import { expect, test } from 'vitest';
import { drawMap, mapInWords } from '../../src/components/LocatorMap/draw.ts';
import { mapFor } from '../../src/components/LocatorMap/map.ts';
import { inSteps } from '../../src/components/LocatorMap/project.ts';
import type { LocatorMapData } from '../../src/components/LocatorMap/project.ts';
import type { ComponentNode } from '../../src/document/contract.ts';
import { setProps } from '../../src/document/props.ts';
import { toHtml } from '../../src/renderings/html.ts';
import type { StoryContext } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';

const bogota = ['Bogotá', 4.71, -74.07] as const;

/** The map of these countries and places, and what the writer is told. */
function read(countries: string[], places: readonly (readonly [string, number, number])[] = []) {
  const children = places.map(([name, lat, lon]): ComponentNode => {
    const place: ComponentNode = {
      type: 'mdxJsxFlowElement',
      name: 'Place',
      attributes: [],
      children: [{ type: 'text', value: name }] as never,
    };
    setProps(place, { lat, lon });
    return place;
  });
  const node: ComponentNode = {
    type: 'mdxJsxFlowElement',
    name: 'LocatorMap',
    attributes: [],
    children: children as never,
  };
  const said: string[] = [];
  const derived = mapFor(node, countries, {
    file: () => undefined,
    report: (prop, reason, suggestion) => said.push(`${prop}: ${reason}${suggestion ? ` (${suggestion})` : ''}`),
  });
  return { map: derived?.map as LocatorMapData, said };
}

const inFrame = ({ countries, places }: LocatorMapData) =>
  [...countries, ...places].every(({ x, y }) => x > 0 && x < 100 && y > 0 && y < 100);

/** Where the points of a path are, which is written by steps. */
const coordinates = (path: string) =>
  [...path.matchAll(/M(-?\d+),(-?\d+)(?:l([^zM]*))?/g)].flatMap(([, left, top, steps = '']) => {
    let at: [number, number] = [Number(left), Number(top)];
    const all = [...at];
    for (const [, dx, dy] of steps.matchAll(/(-?\d+) ?(-?\d+)/g)) {
      at = [at[0] + Number(dx), at[1] + Number(dy)];
      all.push(...at);
    }
    return all;
  });

test.each<[string, string[], (readonly [string, number, number])[]]>([
  ['a country', ['Colombia'], []],
  ['a country with land overseas', ['France'], []],
  ['a place alone', [], [bogota]],
  ['a small state', ['Luxembourg'], []],
  ['countries on both sides of 180°', ['Fiji', 'Samoa'], []],
  ['a country on both sides of 180°', ['Russia'], []],
  ['the world', ['China', 'United States of America', 'Brazil', 'Australia'], []],
  [
    'both poles',
    [],
    [
      ['North', 90, 0],
      ['South', -90, 0],
    ],
  ],
])('a map of %s has all of it in the frame, in few bytes', (_, countries, places) => {
  const { map, said } = read(countries, places);
  expect(said).toEqual([]);
  expect(inFrame(map)).toBe(true);
  expect(map.land).toMatch(/^M[\dMlz, -]+z$/);
  const all = coordinates(map.land + map.borders + map.marked);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(-6);
  expect(Math.max(...all)).toBeLessThanOrEqual(Math.max(map.width, map.height) + 6);
  expect(JSON.stringify(map).length).toBeLessThan(33_000);
});

test('a path by steps leads through the same points', () => {
  expect(inSteps('M3,4L5,2L1,2L1,-7ZM0,0L-1,12M5,5Z')).toBe('M3,4l2-2-4 0 0-9zM0,0l-1 12M5,5z');
  expect(coordinates(inSteps('M3,4L5,2L1,2L1,-7ZM0,0L-1,12'))).toEqual([3, 4, 5, 2, 1, 2, 1, -7, 0, 0, -1, 12]);
  expect(inSteps('')).toBe('');
});

test('a map has north at the top, and places where they are', () => {
  const { places } = read([], [bogota, ['Medellín', 6.24, -75.58]]).map;
  expect(places[1]!.x).toBeLessThan(places[0]!.x);
  expect(places[1]!.y).toBeLessThan(places[0]!.y);
});

test('France is in Europe: land overseas does not shrink it', () => {
  const [least, most] = ((all) => [Math.min(...all), Math.max(...all)])(coordinates(read(['France']).map.marked));
  expect(most - least).toBeGreaterThan(250);
});

test('a writer is told of countries that are not known, with the nearest, and of a map of nothing', () => {
  expect(read(['Columbia', 'Bosnia and Herzegovina', 'Bosnia and Herz.']).said).toEqual([
    'countries: Unexpected country “Columbia”: expected one of Natural Earth’s names in English. (Colombia)',
  ]);
  expect(read([]).said).toEqual([
    'undefined: Unexpected empty <LocatorMap>: expected names in “countries”, or a <Place> between the tags.',
  ]);
});

test('a map is told in the language of the story', () => {
  const { map } = read(['Colombia', 'United States of America'], [bogota]);
  const words = (lang: string) => mapInWords(map, { story: { lang }, strings: stringsFor(lang) } as StoryContext);
  expect(words('en')).toBe('Map of Colombia and United States of America, with Bogotá');
  expect(words('es')).toBe('Mapa de Colombia y EE. UU., con Bogotá');
  expect(toHtml({ type: 'root', children: [drawMap(map, 'es')] })).toContain('>EE. UU.</text>');
  expect(mapInWords(read([], [bogota]).map, { story: { lang: 'en' }, strings: stringsFor('en') } as StoryContext)).toBe(
    'Map with Bogotá',
  );
});

test('names do not touch each other on a phone, and stay words', () => {
  const { map } = read(['Colombia'], [bogota, ['Near', 4.8, -74.1], ['</svg><script>alert(1)</script>', 4.6, -74]]);
  const html = toHtml({ type: 'root', children: [drawMap(map, 'en')] });
  expect(html).not.toContain('<script');
  const places = [...html.matchAll(/<text [^>]*class="place"[^>]*>/g)].map(([tag]) =>
    tag.replace(/ (x|y)="[^"]*"/g, ''),
  );
  expect(places).toHaveLength(3);
  expect(new Set(places).size).toBe(3);
});
