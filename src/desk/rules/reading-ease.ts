import { messageAt } from '../../document/message.ts';
import { isOthersWords } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A story can be read without effort.
 *
 * Its score by the formula of its language (Flesch’s for English), of the length of words and sentences, is at least 30; below that are
 * contracts and dissertations. Shorter sentences and shorter words raise it. Stories of less than 50
 * words are not scored.
 *
 * @example ok
 * The council votes on January 20.
 *
 * @example not ok
 * Notwithstanding considerable institutional reservations concerning intergovernmental responsibilities, representatives unanimously acknowledged infrastructural deterioration. Administrative negotiations regarding multilateral compensation arrangements necessitated extraordinary parliamentary deliberations. Environmental considerations accompanying construction authorisations complicated preliminary investigations. Municipal administrators subsequently recommended comprehensive reconsideration of expenditure calculations. Independent consultants characterised organisational accountability mechanisms as fundamentally unsatisfactory. Legislative representatives nevertheless anticipated considerable improvements. Additional documentation substantiating jurisdictional qualifications remained unavailable. Transportation authorities simultaneously commissioned supplementary engineering evaluations. Experienced practitioners emphasised interdisciplinary collaboration opportunities. Regulatory harmonisation presupposes international coordination and administrative simplification. Community organisations articulated widespread dissatisfaction regarding participation opportunities.
 * @message above Unexpected reading ease of 0 of 100: expected at least 30, with shorter words and sentences.
 */
export default {
  name: 'reading-ease',
  severity: 'warning',
  check({ passages, words: known, placeOf }) {
    if (!known?.readingEase || !known.vowels) return [];
    const counts = { words: 0, sentences: 0, syllables: 0 };
    for (const passage of passages) {
      if (passage.isHeading || isOthersWords(passage)) continue;
      const words = wordsIn(passage.text);
      counts.words += words.length;
      counts.sentences += passage.sentences.length;
      for (const word of words)
        counts.syllables += Math.max(
          1,
          (
            word
              .toLowerCase()
              .replace(known.silent ?? /(?!)/, '')
              .match(known.vowels) ?? []
          ).length,
        );
    }
    if (counts.words < 50) return [];
    const score = Math.max(0, Math.round(known.readingEase(counts)));
    return score < 30
      ? [
          messageAt(
            placeOf(['headline'], 'key'),
            `Unexpected reading ease of ${score} of 100: expected at least 30, with shorter words and sentences.`,
          ),
        ]
      : [];
  },
} satisfies Rule;

/** The words of a text: what has a letter or a digit. */
const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
