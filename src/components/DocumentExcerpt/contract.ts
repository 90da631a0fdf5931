import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'DocumentExcerpt',
  purpose: 'A passage of a document, word for word, with the document and the page.',
  place: 'part',
  role: 'quotation',
  holds: 'flow',
  props: z.object({
    source: reference('sources').describe('The document: one of the story’s sources.'),
    page: text('a page, such as 3 or 3–5').optional().describe('The page or pages.'),
  }),
  example: `<DocumentExcerpt source="resolution">
“the maximum value for the difference (UT1-UTC) will be increased in, or before, 2035”
</DocumentExcerpt>`,
});
