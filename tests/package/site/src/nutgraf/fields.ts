import { z } from 'astro/zod';
import { text } from 'nutgraf/fields';

export default z.object({
  series: text('the name of a series').optional().describe('The series that it belongs to.'),
});
