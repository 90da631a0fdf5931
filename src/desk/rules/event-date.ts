import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsOf } from '../../document/props.ts';
import { factsOf } from '../facts/facts.ts';
import type { DateFact } from '../facts/dates.ts';
import { isDated, yearsIn } from '../facts/dates.ts';
import { stemsOf } from '../facts/numbers.ts';
import type { Span } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * An event has the date that the text gives it.
 *
 * The date of an <Event> or a <Step> is held against those in its own words, and against the sentence of the
 * text that tells of the same thing.
 *
 * @example ok
 * The old bridge was closed to cars on June 12, 2019.
 *
 * <Timeline>
 * <Event date="2019-06-12">The old bridge is closed to cars.</Event>
 * </Timeline>
 *
 * @example not ok
 * The old bridge was closed to cars on June 12, 2019.
 *
 * <Timeline>
 * <Event date="2018-06-12">The old bridge is closed to cars.</Event>
 * </Timeline>
 * @message 4:8 Unexpected date 2018-06-12 on <Event>: expected June 12, 2019, as in the text.
 */
export default {
  name: 'event-date',
  severity: 'warning',
  check(prose) {
    const { passages, words, data } = prose;
    if (!words) return [];
    const { dates } = factsOf(prose);
    const events = passages.flatMap((passage) => {
      const tag = passage.ancestors.findLast(isDated);
      return tag ? [{ passage, tag }] : [];
    });
    if (!events.length) return [];
    const byPassage = Map.groupBy(dates, (date) => date.passage);
    const told = passages
      .filter((passage) => !passage.ancestors.some(isDated))
      .flatMap((passage) =>
        passage.sentences.flatMap((sentence) => {
          const found = datesOf(sentence, byPassage.get(passage) ?? []);
          return found.length ? [{ stems: new Set(stemsOf(sentence.text, words)), found }] : [];
        }),
      )
      .slice(0, 200);
    return events.flatMap(({ passage, tag }): Message[] => {
      const { values, places } = propsOf(tag as Parameters<typeof propsOf>[0]);
      const date = values['date'];
      if (typeof date !== 'string' || !places['date']) return [];
      const until = typeof values['until'] === 'string' ? values['until'] : undefined;
      const own = byPassage.get(passage) ?? [];
      const stems = [...new Set(stemsOf(passage.text, words))].filter((word) => word.length > 2);
      const same =
        stems.length > 1
          ? told.filter(
              ({ stems: others }) => stems.filter((word) => others.has(word)).length >= Math.max(2, stems.length * 0.7),
            )
          : [];
      // What an event says first of its own date; others in its words are of other things.
      const opening = own.filter(({ start }) => start < 4);
      const candidates = [opening, ...same.map(({ found }) => found)].filter((list) => list.length);
      if (
        !candidates.length ||
        candidates.some((list) =>
          list.some((one) => fits(date, one, data.published) || (until && fits(until, one, data.published))),
        )
      )
        return [];
      const other = candidates[0]![0]!;
      const name = 'name' in tag ? tag.name : '';
      return [
        messageAt(
          places['date'],
          `Unexpected date ${date} on <${name}>: expected ${other.text.replace(/[,.]$/, '')}, as in the text.`,
        ),
      ];
    });
  },
} satisfies Rule;

type Dated = Pick<DateFact, 'year' | 'month' | 'day' | 'text'>;

/** The dates of a sentence, or the only year that it names. */
function datesOf({ start, end, text }: Span, dates: readonly DateFact[]): Dated[] {
  const inside: Dated[] = dates.filter((date) => start <= date.start && date.start < end);
  const years = yearsIn(text);
  return inside.length ? inside : years.map((year) => ({ year, month: undefined, day: undefined, text: String(year) }));
}

/** Whether a date of a tag and one of the text are the same, as far as both are known. */
function fits(iso: string, { year, month, day }: Dated, published: string): boolean {
  const [y, m, d] = iso.slice(0, 10).split('-').map(Number);
  // Without a year, the text means one that is near.
  const isNear = Math.abs((y ?? 0) - Number(published.slice(0, 4))) <= 1;
  if (year === undefined && !isNear) return true;
  return (
    (year === undefined || year === y) &&
    (!m || month === undefined || m === month) &&
    (!d || day === undefined || d === day)
  );
}
