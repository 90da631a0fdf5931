import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference, storyFile, text } from '../../schema/fields.ts';
import { drawnBy, types } from './chart.ts';

const column = () => text('the name of a column');

export default defineContract({
  name: 'Chart',
  purpose:
    'A chart of the figures in a file beside the story, with a sentence that says what it shows, the source, and the figures as a table.',
  place: 'part',
  role: 'figures',
  holds: 'nothing',
  derive: (_node, reader, { type, data, x, y, by, highlight, level, levelName, note, noteAt }) =>
    drawnBy({ type, data, x, y, by, highlight, level, levelName, note, noteAt }, reader),
  props: z.object({
    type: z
      .enum(types)
      .describe(
        'Bars for amounts, lines for what changes over time, steps for what changes at once and then stays, areas for amounts over time, dots for how two things go together; stacked bars for parts of several wholes, squares for parts of one; slopes for before and after, ranks for who is first when, ranges for what lies between figures of one name.',
      ),
    data: storyFile(['csv', 'json']).describe(
      'The file: CSV with the names of its columns in the first line, or a JSON list of objects. Numbers are plain digits.',
    ),
    x: column().describe('The column of years, dates, names or numbers that the figures belong to.'),
    y: column().describe('The column of figures.'),
    by: column().optional().describe('The column that names the series, where there are several.'),
    title: text('a title').describe('What the chart is of.'),
    summary: text('one sentence').describe(
      'One sentence: what the chart shows. It stands for the chart where that cannot be seen.',
    ),
    unit: text('a unit')
      .optional()
      .describe('What the figures count: “seconds”, “% of votes”. Without it, the name of their column is shown.'),
    highlight: text('a name in the figures')
      .optional()
      .describe('The series, or the place on x, that stands out; all others step back.'),
    level: z
      .number('a number')
      .optional()
      .describe('A value that a line marks: level={50}, with “levelName” for what it is.'),
    levelName: text('a few words').optional().describe('What the marked level is: “Majority”.'),
    note: text('a few words').optional().describe('A few words at a place in the chart, with “noteAt”.'),
    noteAt: text('a place on x').optional().describe('Where the note stands: a value of x, as the file has it.'),
    source: reference('sources').describe('Where the figures come from: one of the story’s sources.'),
  }),
  example: `<Chart
  type="bars"
  data="leap-seconds.csv"
  x="year"
  y="leap seconds"
  title="Leap seconds added in each year"
  summary="27 leap seconds were added from 1972 to 2016, 22 of them before 2000."
  note="The last one"
  noteAt="2016"
  source="iers"
/>`,
});
