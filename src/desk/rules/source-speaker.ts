import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { kindOf } from '../../stories/source.ts';
import type { SourceRecord } from '../../schema/source.ts';
import { mentionsOf } from '../people.ts';
import { ownWords } from './statement-source.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * A source is of the person whose words it is cited for.
 *
 * A post or a speech (“by” above the story) cannot have what another person said: “Jane Doe said” in a sentence that
 * cites it. Statements are held against theirs by `statement-source`.
 *
 * @example ok
 * ---
 * sources:
 *   speech: { by: jane-doe, kind: speech }
 * ---
 * “We will build the bridge,” Jane Doe said in <Source id="speech">a speech</Source>.
 *
 * @example not ok
 * ---
 * sources:
 *   speech: { by: john-roe, kind: speech }
 * ---
 * “We will build the bridge,” Jane Doe said in <Source id="speech">a speech</Source>.
 * @message 1:66 Unexpected source “speech” of john-roe for words of Jane Doe: expected a source of that person.
 */
export default {
  name: 'source-speaker',
  severity: 'warning',
  check(prose) {
    const { passages, words, data, registries } = prose;
    const nameOf = (id: string) => registries.people.get(id)?.name ?? id;
    const reason = (source: string, speaker: string) =>
      `Unexpected source “${source}” of ${nameOf(data.sources[source]?.by ?? '')} for words of ${nameOf(speaker)}: expected a source of that person.`;
    const messages: Message[] = [];
    const isOwn = (source: SourceRecord) => ownWords.has(kindOf(source, registries.outlets.get(source.outlet ?? '')));
    if (!words) return messages;
    const speech = matcherOf(words.speech).source;
    const isSpeaker = {
      behind: new RegExp(`^(?:,[^,]{2,50},)?\\s(?:\\p{L}+ly\\s)?(?:${speech})`, 'iu'),
      before: new RegExp(`(?:${speech})\\s(?:\\p{L}+\\s){0,3}$`, 'iu'),
    };
    for (const passage of passages) {
      for (const { source, start } of passage.citations) {
        const by = data.sources[source]?.by;
        const sentence = passage.sentences.find((one) => one.start <= start && start < one.end);
        const hasQuote =
          sentence && passage.quotations.some((one) => one.start < sentence.end && one.end > sentence.start);
        if (!by || !sentence || !hasQuote || !isOwn(data.sources[source]!)) continue;
        const named = mentionsOf(prose, passage).filter(
          (one) =>
            sentence.start <= one.start &&
            one.start < sentence.end &&
            !passage.citations.some((badge) => badge.start <= one.start && one.start < badge.end),
        );
        if (named.some(({ id }) => id === by)) continue;
        const speaker = named.find(
          (one) =>
            isSpeaker.behind.test(passage.text.slice(one.end, one.end + 80)) ||
            isSpeaker.before.test(passage.text.slice(Math.max(0, one.start - 50), one.start)),
        );
        if (speaker) messages.push(messageAt(passage.placeAt(start), reason(source, speaker.id)));
      }
    }
    return messages;
  },
} satisfies Rule;
