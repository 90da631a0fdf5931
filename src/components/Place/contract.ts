import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';

const degrees = (most: number, expected: string) => z.number(expected).min(-most, expected).max(most, expected);

export default defineContract({
  name: 'Place',
  purpose: 'A place that is marked on a map, with its name between the tags.',
  place: 'part',
  within: ['LocatorMap'],
  holds: 'words',
  mayBeEmpty: false,
  derive: (node, { report }) => {
    const name = node.children.map((child) => (child.type === 'text' ? child.value : undefined));
    if (name.includes(undefined) || !name.join('').trim())
      report(undefined, 'Unexpected content of <Place>: expected the name of the place in plain words.');
    return {};
  },
  props: z.object({
    lat: degrees(90, 'degrees from {-90} to {90}').describe('Latitude in degrees, south is negative: lat={4.71}.'),
    lon: degrees(180, 'degrees from {-180} to {180}').describe('Longitude in degrees, west is negative: lon={-74.07}.'),
  }),
  example: `<LocatorMap title="The capital of Colombia">
<Place lat={4.71} lon={-74.07}>Bogotá</Place>
</LocatorMap>`,
});
