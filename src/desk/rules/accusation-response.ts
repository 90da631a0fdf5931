import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsFor } from '../../document/roles.ts';
import { familyNameOf } from '../people.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';
import { visit } from 'unist-util-visit';

/**
 * Whoever is accused by name has had a chance to answer.
 *
 * A sentence that accuses a person of `people/` wants, somewhere in the story, a <Response by="…">, a
 * <Statement> of that person, or a sentence with the person’s name and the answer: “denies it”.
 *
 * @example ok
 * The council accused Jane Doe of fraud.
 *
 * <Response by="jane-doe" status="declined" date="2026-01-07" />
 *
 * @example ok
 * The council accused Jane Doe of fraud. Doe denies it.
 *
 * @example not ok
 * The council accused Jane Doe of fraud.
 * @message 1:21 Unexpected accusation of Jane Doe without an answer: expected <Response by="jane-doe" status="…" date="…">, or the answer in words.
 */
export default {
  name: 'accusation-response',
  severity: 'warning',
  check({ tree, passages, words, registries: { people }, tagFor }) {
    if (!words) return [];
    const answered = new Set<string>();
    visit(tree, (node) => {
      const answer = propsFor('response', node) ?? propsFor('statement', node);
      if (answer) answered.add(answer.by);
    });
    const messages: Message[] = [];
    for (const [id, { name, institution }] of people) {
      if (answered.has(id) || institution) continue;
      const names = matcherOf([familyNameOf(name)]);
      const about = passages.filter(({ text }) => text.search(names) >= 0);
      if (about.some(({ text }) => hasWord(text, words.denial))) continue;
      for (const passage of about) {
        const sentence = passage.sentences.find(({ text }) => accusedIn(text, name, words.accusation) !== undefined);
        if (!sentence) continue;
        const place = passage.placeAt(sentence.start + accusedIn(sentence.text, name, words.accusation)!);
        messages.push(
          messageAt(
            place,
            `Unexpected accusation of ${name} without an answer: expected ${tagFor('response', { by: id })}, or the answer in words.`,
          ),
        );
        break;
      }
    }
    return messages;
  },
} satisfies Rule;

/** Where the accused is named: mostly after the word, as the accuser stands before it. */
function accusedIn(sentence: string, name: string, accusation: readonly string[]): number | undefined {
  const at = sentence.search(matcherOf(accusation));
  if (at < 0) return undefined;
  const behind = sentence.slice(at).search(matcherOf([name, familyNameOf(name)]));
  return behind < 0 ? undefined : at + behind;
}
