import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { language, partialDate, reference, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Statement',
  purpose:
    'What one speaker said. All in quotation marks, it is a quote; anything else is told in the newsroom’s words.',
  place: 'part',
  role: 'statement',
  within: ['Officials'],
  holds: 'flow',
  derive(_node, { report }, { original, lang }) {
    if (Boolean(original) !== Boolean(lang)) {
      report(
        original ? 'original' : 'lang',
        `Missing prop “${original ? 'lang' : 'original'}” on <Statement>: expected ${original ? 'the language of the original, such as es' : 'the words in the original'}.`,
      );
    }
    return {};
  },
  props: z.object({
    by: reference('people').describe('Who said it: a file in people/. Offices and institutions can speak too.'),
    source: reference('sources').describe('Where it was said: one of the story’s sources.'),
    date: partialDate().optional().describe('When it was said, where the source does not tell.'),
    on: text('a few words').optional().describe('What it was about: “on why Petro called”.'),
    side: text('the name of a side').optional().describe('Statements of one side stand together.'),
    original: text('the words in the original')
      .optional()
      .describe('For a translated quote: the words as they were said.'),
    lang: language().optional().describe('For a translated quote: the language in which they were said, such as es.'),
  }),
  example: `<Officials>
<Statement by="gustavo-petro" source="petro-remark" side="Bogotá">
“I live humbly off my salary, even if it is a relatively high one for Colombia.”
</Statement>
</Officials>`,
});
