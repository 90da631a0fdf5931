import { defineContract } from '../../document/contract.ts';
import { isBefore } from '../../schema/dates.ts';
import { partialDate, text } from '../../schema/fields.ts';
import { momentProps } from '../moment.ts';

export default defineContract({
  name: 'Event',
  purpose: 'One event of a timeline.',
  place: 'part',
  within: ['Timeline', 'KeyDates'],
  holds: 'flow',
  mayBeEmpty: false,
  props: momentProps({
    until: partialDate().optional().describe('The last day of what lasted: with “date” as its first.'),
    group: text('a heading').optional().describe('Events of one part of the story stand together under this heading.'),
  }).refine(({ date, until }) => !date || !until || !isBefore(until, date), {
    path: ['until'],
    error: 'a date that is not before “date”',
  }),
  example: `<Timeline>
<Event when="September">The State Department revokes the visa. <Source id="reuters-visa" /></Event>
</Timeline>`,
});
