import type { HeadOf } from 'nutgraf/page';

/** A series stands in the title of its stories. */
const headOf: HeadOf = ({ head, story }) =>
  story?.fields?.series ? { ...head, title: `${head.title} – ${story.fields.series}` } : head;

export default headOf;
