import type { Passage, Prose } from '../prose.ts';
import { isIn } from '../prose.ts';
import type { DateFact } from './dates.ts';
import { datesIn } from './dates.ts';
import type { NameFact } from './names.ts';
import { nameFactsIn } from './names.ts';
import type { NumberFact } from './numbers.ts';
import { numbersIn } from './numbers.ts';
import type { QuoteFact } from './quotes.ts';
import { quotesIn } from './quotes.ts';

/** What a story says, in pieces that can be held against each other. */
export interface Facts {
  numbers: readonly NumberFact[];
  dates: readonly DateFact[];
  names: readonly NameFact[];
  quotes: readonly QuoteFact[];
}

const read = new WeakMap<Prose, Facts>();

/** The facts of a story: in headline, description, text and what is typed on tags. Read once, whoever asks. */
export function factsOf(prose: Prose): Facts {
  const made = read.get(prose) ?? readFacts(prose);
  read.set(prose, made);
  return made;
}

function readFacts({ fields, passages, words, lang }: Prose): Facts {
  const all = [...fields, ...passages];
  const dates = all.flatMap((passage) => datesIn(passage, lang));
  const byPassage = Map.groupBy(dates, ({ passage }) => passage);
  return {
    dates,
    numbers: words
      ? all.flatMap((passage) => {
          const inside = byPassage.get(passage) ?? [];
          return numbersIn(passage, words, lang).filter(
            ({ start, end }) => !inside.some((date) => date.start < end && start < date.end),
          );
        })
      : [],
    names: words && !words.isUnspaced ? all.flatMap((passage) => nameFactsIn(passage, words)) : [],
    quotes: all.flatMap(quotesIn),
  };
}

/** Facts by the passage in which they stand. */
export const byPassage = <Fact extends { passage: Passage }>(facts: readonly Fact[]): Map<Passage, Fact[]> =>
  Map.groupBy(facts, ({ passage }) => passage);

/** Whether a passage gives the story in short: headline, description, points, a number by itself. */
export const isSummary = (passage: Passage): boolean =>
  passage.field === 'headline' || passage.field === 'description' || isIn(passage, 'points');
