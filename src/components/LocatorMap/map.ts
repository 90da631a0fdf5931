import { toString } from 'mdast-util-to-string';
import type { ComponentNode, PropsOf, Reader } from '../../document/contract.ts';
import { propsOf } from '../../document/props.ts';
import { isTag } from '../../document/normalise.ts';
import { nearest } from '../../schema/nearest.ts';
import { cut } from '../../document/message.ts';
import { recent } from '../../stories/recent.ts';
import type place from '../Place/contract.ts';
import { findCountry, countryNames } from './atlas.ts';
import { project } from './project.ts';
import type { LocatorMapData, PlaceAt } from './project.ts';

/** Many stories of an archive show the same map; to project one takes as long as to read ten stories. */
const projected = recent(200, (shown: string) => {
  const [countries, places] = JSON.parse(shown) as [string[], PlaceAt[]];
  return project(
    countries.map((name) => ({ ...findCountry(name)!, name })),
    places,
  );
});

/** Finds the countries and places of a map and projects them; tells the writer of those that are not known. */
export function mapFor(
  node: ComponentNode,
  wanted: readonly string[],
  reader: Reader,
): { map: LocatorMapData } | undefined {
  const places = (node.children as ComponentNode[]).flatMap((child) => {
    const { lat, lon } = isTag(child) ? (propsOf(child).values as Partial<PropsOf<typeof place>>) : {};
    return typeof lat === 'number' && typeof lon === 'number' ? [{ name: toString(child).trim(), lat, lon }] : [];
  });
  const countries = wanted.filter((name) => {
    const isKnown = findCountry(name) !== undefined;
    if (!isKnown)
      reader.report(
        'countries',
        `Unexpected country “${cut(name)}”: expected one of Natural Earth’s names in English.`,
        nearest(name, countryNames()),
      );
    return isKnown;
  });
  if (!wanted.length && !node.children.length)
    reader.report(
      undefined,
      'Unexpected empty <LocatorMap>: expected names in “countries”, or a <Place> between the tags.',
    );
  return countries.length || places.length ? { map: projected(JSON.stringify([countries, places])) } : undefined;
}
