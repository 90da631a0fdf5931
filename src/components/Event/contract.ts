import { defineContract } from '../../document/contract.ts';
import { momentProps } from '../moment.ts';

export default defineContract({
  name: 'Event',
  purpose: 'One event of a timeline.',
  place: 'part',
  within: ['Timeline'],
  holds: 'flow',
  props: momentProps,
  example: `<Timeline>
<Event when="September">The State Department revokes the visa. <Source id="reuters-visa" /></Event>
</Timeline>`,
});
