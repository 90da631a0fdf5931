import type { Story } from './story.ts';
import { formatDate } from '../strings/date.ts';
import { listFormat, relativeFormat } from '../strings/intl.ts';
import { fill, plural } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';

/** Who wrote a story and when, in words. Dates are the writer’s, never the build’s. */
export function bylineOf(story: Story, strings: Strings, timeZone: string) {
  const { authors, published, updated, age, firstPublished, lang, readingTime } = story;
  const names = listFormat(lang, 'conjunction').format(authors.map(({ name }) => name));
  const dated = (phrase: string, iso: string) => {
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
    /** Of a story that was not changed for long. */
    lastUpdated: age ? dated(fill(strings.lastUpdated, { age: ago(age, lang) }), updated ?? published) : undefined,
    readingTime: plural(strings.readingTime, readingTime, lang),
  };
}

/** “14 months ago”, and from two years on “2 years ago”. */
const ago = (months: number, lang: string) =>
  months < 24
    ? relativeFormat(lang).format(-months, 'month')
    : relativeFormat(lang).format(-Math.floor(months / 12), 'year');
