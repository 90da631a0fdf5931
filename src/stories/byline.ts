import type { Story } from './story.ts';
import { formatDate } from '../strings/date.ts';
import { listFormat } from '../strings/intl.ts';
import { fill, plural } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';

/** A date in a phrase: its words before and after, and the date as written and as read. */
export interface DatedWords {
  before: string;
  after: string;
  iso: string;
  words: string;
}

/** Who wrote a story and when, in words. Dates are the writer’s, never the build’s. */
export function bylineOf(story: Story, strings: Strings, timeZone: string) {
  const { authors, published, updated, firstPublished, lang, readingTime } = story;
  const names = listFormat(lang, 'conjunction').format(authors.map(({ name }) => name));
  const dated = (phrase: string, iso: string): DatedWords => {
    const [before = '', after = ''] = phrase.split('{date}');
    return { before, after, iso, words: formatDate(iso, lang, timeZone) };
  };
  return {
    by: fill(strings.by, { names }),
    firstPublished: firstPublished && fill(strings.firstPublishedBy, { outlet: firstPublished.outlet.name }),
    dates: [
      dated(firstPublished ? strings.republished : strings.published, published),
      ...(updated ? [dated(strings.updated, updated)] : []),
    ],
    readingTime: plural(strings.readingTime, readingTime, lang),
  };
}
