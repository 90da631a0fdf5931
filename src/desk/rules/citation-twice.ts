import { messageAt } from '../../document/message.ts';
import { areInOneSentence } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A source is cited once in a sentence.
 *
 * The second badge says nothing new, and breaks the sentence.
 *
 * @example ok
 * The council votes, <Source id="reuters" /> reported. The vote is secret, according to <Source id="reuters" />.
 *
 * @example not ok
 * The council votes, <Source id="reuters" /> reported, according to <Source id="reuters" />.
 * @message 1:67 Unexpected second badge of “reuters” in one sentence: expected one.
 */
export default {
  name: 'citation-twice',
  severity: 'warning',
  check: ({ passages }) =>
    passages.flatMap((passage) =>
      passage.citations.flatMap(({ source, start }, index) => {
        const isSecond = passage.citations
          .slice(0, index)
          .some((other) => other.source === source && areInOneSentence(passage, other.start, start));
        return isSecond
          ? [messageAt(passage.placeAt(start), `Unexpected second badge of “${source}” in one sentence: expected one.`)]
          : [];
      }),
    ),
} satisfies Rule;
