import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';
import { mapFor } from './map.ts';

export default defineContract({
  name: 'LocatorMap',
  purpose: 'A map that shows where something is: countries that stand out, and places that are marked.',
  place: 'part',
  holds: ['Place'],
  mayBeEmpty: true,
  derive: (node, reader, { countries = [] }) => mapFor(node, countries, reader),
  props: z.object({
    title: text('a title').describe('What the map shows; its caption.'),
    countries: z
      .array(text('the name of a country'), 'a list of countries such as {["Colombia"]}')
      .min(1, 'at least one country')
      .optional()
      .describe(
        'Countries that stand out, by their English names as Natural Earth has them: countries={["Colombia", "Venezuela"]}.',
      ),
  }),
  example: `<LocatorMap title="Colombia and the United States" countries={["Colombia", "United States of America"]}>
<Place lat={4.71} lon={-74.07}>Bogotá</Place>
<Place lat={38.9} lon={-77.04}>Washington</Place>
</LocatorMap>`,
});
