import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'Profile',
  purpose:
    'One person: name and role at the story’s date come from people/, what they have to do with it stands between the tags.',
  place: 'part',
  within: ['WhosWho'],
  holds: 'flow',
  mayBeEmpty: false,
  props: z.object({
    person: reference('people').describe('A file in people/.'),
  }),
  example: `<WhosWho>
<Profile person="gustavo-petro">
A frequent critic of Trump.
</Profile>
</WhosWho>`,
});
