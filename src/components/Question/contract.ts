import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Question',
  purpose: 'One question; the answer stands between the tags.',
  place: 'part',
  within: ['QandA'],
  holds: 'flow',
  mayBeEmpty: false,
  props: z.object({
    ask: text('a question').describe('The question, in the reader’s words.'),
  }),
  example: `<QandA>
<Question ask="How long did they talk?">
About an hour, according to a <Source id="us-official">U.S. official</Source>.
</Question>
</QandA>`,
});
