import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Number',
  purpose: 'One number: its value and unit, and between the tags what it counts.',
  place: 'part',
  role: 'figures',
  within: ['InNumbers'],
  holds: 'words',
  mayBeEmpty: false,
  props: z.object({
    value: text('a value').describe('The value, as readers see it: “27”, “1.5 million”, “About an hour”.'),
    unit: text('a unit').optional().describe('The unit, read with the value: “seconds”, “%”, “U.S. dollars”.'),
    source: reference('sources').describe('Where the number comes from.'),
  }),
  example: `<InNumbers>
<Number value="About an hour" source="us-official">
Length of the call
</Number>
</InNumbers>`,
});
