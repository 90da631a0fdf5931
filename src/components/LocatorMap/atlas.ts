import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { remembering } from '../../stories/recent.ts';

/** The countries of the world at 1:50,000,000: Natural Earth, public domain, as `world-atlas` has them. */

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface Country {
  /** In English. */
  name: string;
  /** The region of Unicode CLDR, where it has one. */
  region?: string;
  shape: Polygon | MultiPolygon;
}

const once = <Made>(make: () => Made) => {
  let made: Made | undefined;
  return (): Made => (made ??= make());
};

/** Read once, and only by a newsroom that has a map. */
const read = once(
  () =>
    JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')) as Atlas,
);

/** ISO 3166 numbers are aliases of regions in Unicode CLDR. */
const regionOf = (id: string | number | undefined): string | undefined =>
  id === undefined ? undefined : new Intl.Locale(Intl.getCanonicalLocales(`und-${id}`)[0]!).region;

const english = new Intl.DisplayNames('en', { type: 'region' });

type Shape = Atlas['objects']['countries']['geometries'][number];

/** Natural Earth shortens some names, so those of Unicode CLDR count as well. */
const shapes = once(() => {
  const byName = new Map<string, Shape>();
  const { geometries } = read().objects.countries;
  for (const shape of geometries) {
    const region = regionOf(shape.id);
    if (region) byName.set(english.of(region)!.replaceAll('&', 'and'), shape);
  }
  for (const shape of geometries) byName.set((shape.properties as { name: string }).name, shape);
  return byName;
});

export const countryNames = (): string[] => [...shapes().keys()];

const countryOf = remembering((shape: Shape): Country => {
  const region = regionOf(shape.id);
  const { name } = shape.properties as { name: string };
  return {
    name: region ? english.of(region)! : name,
    ...(region && { region }),
    shape: (feature(read(), shape) as Feature<Polygon | MultiPolygon>).geometry,
  };
});

export function findCountry(name: string): Country | undefined {
  const shape = shapes().get(name.trim());
  return shape && countryOf(shape);
}

/** Something with a circle around it, in radians: what is far from a map need not be projected. */
export interface Placed<Thing> {
  thing: Thing;
  middle: [number, number];
  reach: number;
}

/** On a globe of radius 1. d3's own distance is a stream for each pair of points: half a second for all of the land. */
const onGlobe = ([lon = 0, lat = 0]: Position): [number, number, number] => {
  const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
};

const placed = <Thing>(thing: Thing, positions: Position[]): Placed<Thing> => {
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: positions });
  const [x, y, z] = onGlobe(middle);
  const chords = positions.map((position) => {
    const [px, py, pz] = onGlobe(position);
    return Math.hypot(px - x, py - y, pz - z);
  });
  return { thing, middle, reach: 2 * Math.asin(Math.max(...chords) / 2) };
};

/** All land, in pieces. */
export const land = once(() =>
  feature(read(), read().objects.land).features.flatMap(({ geometry }) =>
    (geometry as MultiPolygon).coordinates.map((coordinates) =>
      placed<Polygon>({ type: 'Polygon', coordinates }, coordinates[0]!),
    ),
  ),
);

/** The lines between countries, each once. */
export const borders = once(() =>
  mesh(read(), read().objects.countries, (a, b) => a !== b).coordinates.map((line) => placed<Position[]>(line, line)),
);

/** All countries, with the circles of their largest pieces. */
export const countries = once(() =>
  read().objects.countries.geometries.map((shape) => {
    const country = countryOf(shape);
    const parts = country.shape.type === 'Polygon' ? [country.shape.coordinates] : country.shape.coordinates;
    const [largest] = parts.toSorted((a, b) => b[0]!.length - a[0]!.length);
    return placed<Country>({ ...country, shape: { type: 'Polygon', coordinates: largest! } }, largest![0]!);
  }),
);
