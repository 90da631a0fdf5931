import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference, storyFile, text } from '../../schema/fields.ts';
import { rowsFor, setCaption } from './rows.ts';

export default defineContract({
  name: 'DataTable',
  purpose:
    'Rows and columns, from a file beside the story or from a Markdown table between the tags, with their source.',
  place: 'part',
  role: 'figures',
  holds: 'flow',
  derive: (node, reader, { data, columns }) => rowsFor(node, data, columns, reader),
  arrange: setCaption,
  props: z.object({
    title: text('a caption').describe('What the table shows; its caption.'),
    source: reference('sources').describe('Where the rows come from: one of the story’s sources.'),
    data: storyFile(['csv', 'json'])
      .optional()
      .describe(
        'The file that holds the rows: CSV with the names of the columns in its first line, or a JSON list of objects. Without it, a Markdown table stands between the tags.',
      ),
    columns: z
      .array(text('the name of a column'), 'a list of names of columns')
      .min(1, 'at least one column')
      .optional()
      .describe('The columns of the file to show, in this order, where not all of them are wanted.'),
  }),
  example: `<DataTable title="Leap seconds and the hour" source="iers">

| Unit | Seconds |
|------|--------:|
| Minute | 60 |
| Minute with a leap second | 61 |
| Hour | 3,600 |

</DataTable>`,
});
