import { messageAt } from '../../document/message.ts';
import { areInOneSentence } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * What a source said more than five years before the story is told in the past tense.
 *
 * “Found in 2015” is right for ever; “finds” says that it is so on the day of the story.
 *
 * @example ok
 * ---
 * sources:
 *   study: { name: A study, kind: study, published: 2015 }
 * ---
 * One driver in ten took another way, <Source id="study" /> found.
 *
 * @example not ok
 * ---
 * sources:
 *   study: { name: A study, kind: study, published: 2015 }
 * ---
 * One driver in ten takes another way, <Source id="study" /> finds.
 * @message 1:38 Unexpected “finds” beside a source of 2015: expected the past tense, or a source of the last five years.
 */
export default {
  name: 'source-old',
  severity: 'warning',
  check({ data: { sources, published }, passages, words }) {
    const year = Number(published.slice(0, 4));
    return passages.flatMap((passage) =>
      passage.citations.flatMap(({ source, start, end }) => {
        const written = sources[source]?.published;
        if (!words || !written || year - Number(written.slice(0, 4)) <= 5) return [];
        const near = [...passage.text.matchAll(matcherOf(words.present))].find(
          ({ index }) =>
            areInOneSentence(passage, index, start) && Math.min(Math.abs(index - end), Math.abs(start - index)) < 24,
        );
        if (!near) return [];
        return [
          messageAt(
            passage.placeAt(start),
            `Unexpected “${near[0]}” beside a source of ${written.slice(0, 4)}: expected the past tense, or a source of the last five years.`,
          ),
        ];
      }),
    );
  },
} satisfies Rule;
