import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text, webAddress } from '../../schema/fields.ts';

export default defineContract({
  name: 'Recording',
  purpose:
    'Sound or film that stands elsewhere: a link to it, and between the tags all that is said in it. Nothing of another host is loaded.',
  place: 'part',
  holds: 'flow',
  mayBeEmpty: false,
  props: z.object({
    type: z.enum(['audio', 'video']).describe('Whether it is heard or seen.'),
    url: webAddress().describe('Where it stands.'),
    title: text('a title').describe('What it is called.'),
    length: text('how long it takes, such as 12 minutes').optional().describe('How long it takes: “12 minutes”.'),
  }),
  example: `<Recording type="audio" url="https://reuters.example/minute" title="The minute with 61 seconds" length="2 minutes">
At the end of 2016, one minute had 61 seconds.
</Recording>`,
});
