import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Background',
  purpose: 'What a reader has to know first: text of its own, or a note that many stories share.',
  place: 'section',
  heading: 'background',
  holds: 'flow',
  props: z.object({
    title: text('a heading')
      .optional()
      .describe('The heading, where “Background” or the title of the note does not fit.'),
    use: reference('notes')
      .optional()
      .describe('A file in notes/: its text stands here, with its own date and sources.'),
  }),
  derive(node, { report }, { use }) {
    if (use && node.children.length)
      report('use', 'Unexpected text in a <Background> that uses a note: expected nothing between its tags.');
    if (!use && !node.children.length)
      report(undefined, 'Unexpected empty <Background>: expected text, or the name of a note in “use”.');
    return {};
  },
  example: `<Background title="What a leap second is">
Clocks follow atoms, days follow the Earth. A leap second brings both together again.
</Background>`,
});
