import { geoAzimuthalEqualArea, geoCentroid, geoCircle, geoDistance, geoEqualEarth, geoArea, geoPath } from 'd3-geo';
import type { GeoPermissibleObjects, GeoPath, GeoProjection, GeoStream } from 'd3-geo';
import type { MultiPolygon, Point, Polygon, Position } from 'geojson';
import { borders, countries as allCountries, land } from './atlas.ts';
import type { Country, Placed } from './atlas.ts';

/** A map as it is drawn in any language: paths, and where names go. Plain data, so that it can be a prop. */
export type LocatorMapData = {
  width: number;
  height: number;
  land: string;
  borders: string;
  /** The countries that stand out. */
  marked: string;
  countries: NamedPoint[];
  places: NamedPoint[];
  /** Neighbours, the largest first; named where there is room. */
  around: NamedPoint[];
};

export type NamedPoint = {
  name: string;
  /** For countries: the region of Unicode CLDR, for their names in other languages. */
  region?: string;
  /** In hundredths of the width and the height. */
  x: number;
  y: number;
};

/** Units of a map’s width: about its pixels on a wide screen. */
const width = 640;

/** Degrees from the middle that are shown at least: of a city or a small state, a reader needs the neighbours. */
const least = 3.5;

/** The latitude at which a map of the world ends, unless something farther south is on it. */
const LEAST_SOUTH = -58;

/** Beyond so many degrees from the middle, a map is one of the world. */
const most = 75;

export interface PlaceAt {
  name: string;
  lat: number;
  lon: number;
}

/** Projects countries and places so that all of them and something of their surroundings are in the frame. */
export function project(countries: readonly Country[], places: readonly PlaceAt[]): LocatorMapData {
  const mains = countries.map(({ shape }) => mainOf(shape));
  const points = places.map(({ lat, lon }): Point => ({ type: 'Point', coordinates: [lon, lat] }));
  const positions = [...mains, ...points].flatMap(positionsOf);
  const centre = geoCentroid({ type: 'GeometryCollection', geometries: [...mains, ...points] });
  // Places on opposite sides of the Earth have no middle.
  const middle: [number, number] = centre.every(Number.isFinite) ? centre : [0, 0];
  const reach = Math.max(...positions.map((position) => degrees(geoDistance(middle, position as [number, number]))));
  const isWorld = reach > most;
  const around = geoCircle()
    .center(middle)
    .radius(Math.max(least, mains.length ? 0 : reach * 1.3));
  // Nobody asks for Antarctica, which would take a fifth of the map.
  const south = Math.min(LEAST_SOUTH, ...positions.map(([, lat = 0]) => lat - 4));
  const meridian = isWorld ? meridianFor(positions) : 0;
  const shown: GeoPermissibleObjects = isWorld
    ? {
        type: 'MultiPoint',
        coordinates: [-179.9, 0, 179.9].flatMap((lon) => [south, 0, 84].map((lat) => [lon + meridian, lat])),
      }
    : { type: 'GeometryCollection', geometries: [...mains, ...points, around()] };
  const projection = isWorld
    ? geoEqualEarth().rotate([-meridian, 0])
    : geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]);
  const height = fit(projection.precision(0.5), shown, isWorld);

  projection.clipExtent([
    [-5, -5],
    [width + 5, height + 5],
  ]);
  const corner = projection.invert?.([0, 0]);
  const view = isWorld || !corner ? Math.PI : geoDistance(middle, corner);
  const isNear = <Thing>(one: Placed<Thing>) =>
    isWorld ? one.middle[1] > south : geoDistance(middle, one.middle) - one.reach < view;
  const whole = geoPath(projection);
  const path = geoPath({
    stream: (output) => projection.stream(thinned(output, isWorld ? 4.5 : reach > 25 ? 2.6 : 1.6)),
  }).digits(0);
  const draw = (shape: Polygon | MultiPolygon, specks: number) => {
    const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    const seen = parts.filter((coordinates) => whole.area({ type: 'Polygon', coordinates }) > specks);
    return inSteps(path({ type: 'MultiPolygon', coordinates: seen }) ?? '');
  };
  const at = ([x, y]: [number, number]) => ({
    x: Math.round((x / width) * 1000) / 10,
    y: Math.round((y / height) * 1000) / 10,
  });
  const named = ({ name, region }: Country, shape: Polygon | MultiPolygon): NamedPoint => ({
    name,
    ...(region && { region }),
    ...at(whole.centroid(shape)),
  });
  return {
    width,
    height,
    land: draw(
      {
        type: 'MultiPolygon',
        coordinates: land()
          .filter(isNear)
          .map(({ thing }) => thing.coordinates),
      },
      isWorld ? 24 : 10,
    ),
    borders: inSteps(
      path({
        type: 'MultiLineString',
        coordinates: borders()
          .filter(isNear)
          .map(({ thing }) => thing),
      }) ?? '',
    ),
    marked: countries.map(({ shape }) => draw(shape, 8) || draw(shape, 0)).join(''),
    countries: countries.map((country, index) => named(country, mains[index]!)),
    places: places.map(({ name, lat, lon }) => ({ name, ...at(projection([lon, lat]) ?? [0, 0]) })),
    around: isWorld
      ? []
      : neighbours(countries, whole, (width * height) / 40, isNear).map((country) => named(country, country.shape)),
  };
}

/**
 * A path of whole numbers by steps from one point to the next (SVG 2, 9.3): these are short and alike, so that a map
 * takes a third less of what is sent.
 */
export const inSteps = (path: string): string =>
  path.replaceAll(/M([^MZ]+)(Z?)/g, (_, line: string, end: string) => {
    const points = line.split('L').map((point) => point.split(',').map(Number) as [number, number]);
    const steps = points.slice(1).flatMap(([x, y], index) => [x - points[index]![0], y - points[index]![1]]);
    return `M${points[0]!.join(',')}${steps.length ? `l${steps.join(' ').replaceAll(' -', '-')}` : ''}${end.toLowerCase()}`;
  });

/** The countries, largest first, that take at least so much of the map. */
function neighbours(
  shown: readonly Country[],
  path: GeoPath,
  least: number,
  isNear: (country: Placed<Country>) => boolean,
): Country[] {
  return allCountries()
    .filter((country) => isNear(country) && !shown.some(({ region }) => region === country.thing.region))
    .map(({ thing }) => ({ thing, area: path.area(thing.shape) }))
    .filter(({ area }) => area > least)
    .sort((a, b) => b.area - a.area)
    .slice(0, 9)
    .map(({ thing }) => thing);
}

/** The meridian in the middle of a map of the world: Greenwich, unless what is shown would be torn there. */
function meridianFor(positions: readonly Position[]): number {
  const edge = (meridian: number) =>
    Math.max(...positions.map(([lon = 0]) => Math.abs(((lon - meridian + 540) % 360) - 180)));
  return [0, 150, -90].reduce((best, each) => (edge(each) < edge(best) - 10 ? each : best));
}

const degrees = (radians: number) => (radians * 180) / Math.PI;

const positionsOf = (shape: MultiPolygon | Point): Position[] =>
  shape.type === 'Point' ? [shape.coordinates] : shape.coordinates.flatMap(([outer = []]) => outer);

/**
 * What a reader takes for the country: its largest part, what is near that, and what is nearly as
 * large. France is not the Atlantic between Paris and Cayenne.
 */
function mainOf(shape: Polygon | MultiPolygon): MultiPolygon {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const measured = parts.map((coordinates) => {
    const part: Polygon = { type: 'Polygon', coordinates };
    return { coordinates, area: geoArea(part), middle: geoCentroid(part) };
  });
  const [largest] = measured.toSorted((a, b) => b.area - a.area);
  if (!largest) return { type: 'MultiPolygon', coordinates: [] };
  const radius = Math.max(
    ...largest.coordinates[0]!.map((position) => geoDistance(largest.middle, position as [number, number])),
  );
  const isMain = ({ area, middle }: (typeof measured)[number]) =>
    area > largest.area / 5 || geoDistance(middle, largest.middle) < radius * 1.3;
  return { type: 'MultiPolygon', coordinates: measured.filter(isMain).map(({ coordinates }) => coordinates) };
}

/** Fits what is shown into a frame of about its own shape, and gives the frame’s height. */
function fit(projection: GeoProjection, shown: GeoPermissibleObjects, isWorld: boolean): number {
  projection.fitSize([width, width], shown);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(shown);
  const shape = (bottom - top) / (right - left);
  const height = Math.round(width * (isWorld ? shape : shape < 0.6 ? 0.6 : shape > 1.2 ? 1.1 : 0.8));
  const room = isWorld ? 6 : 58;
  projection.fitExtent(
    [
      [room, room],
      [width - room, height - room],
    ],
    shown,
  );
  return height;
}

/** Leaves out points that are nearer than so many units to the one before. */
function thinned(output: GeoStream, distance: number): GeoStream {
  let last: [number, number] | undefined;
  let skipped: [number, number] | undefined;
  return {
    point(x, y) {
      if (last && Math.hypot(x - last[0], y - last[1]) < distance) {
        skipped = [x, y];
        return;
      }
      skipped = undefined;
      last = [x, y];
      output.point(x, y);
    },
    lineStart() {
      last = undefined;
      output.lineStart();
    },
    lineEnd() {
      if (skipped) output.point(...skipped);
      skipped = undefined;
      output.lineEnd();
    },
    polygonStart: () => output.polygonStart(),
    polygonEnd: () => output.polygonEnd(),
    sphere: () => output.sphere?.(),
  };
}
