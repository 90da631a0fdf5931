import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { roleOn } from '../../schema/person.ts';
import { isOthersWords, isQuoted } from '../prose.ts';
import { familyNameOf } from '../people.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * A person has the role that was held on the story’s date.
 *
 * Roles and their dates are in `people/`. Write “former” before one that is over, and do not give one
 * that was still to come.
 *
 * @example ok
 * Governor Jane Doe met the council. Former mayor Jane Doe built the bridge.
 *
 * @example not ok
 * Mayor Jane Doe met the council.
 * @message 1:1 Unexpected “Mayor” before Jane Doe: expected “Governor”, the role on 2026-01-08.
 */
export default {
  name: 'role-on-date',
  severity: 'warning',
  check({ passages, words, data: { published }, registries: { people } }) {
    if (!words) return [];
    const day = published.slice(0, 10);
    const messages: Message[] = [];
    for (const { name, roles } of people.values()) {
      const now = roleOn({ name, roles }, day);
      const current = now && titleOf(now, words.of);
      const others = new Set(
        roles.map(({ title }) => titleOf(title, words.of)).filter((title) => title !== current && title),
      );
      for (const title of others) {
        const pattern = new RegExp(
          `${matcherOf([title]).source} ${matcherOf([name, familyNameOf(name)]).source}`,
          'giu',
        );
        for (const passage of passages) {
          if (isOthersWords(passage)) continue;
          for (const match of passage.text.matchAll(pattern)) {
            const before = passage.text.slice(0, match.index).split(/\s+/).slice(-3).join(' ');
            if (isQuoted(passage, match.index) || hasWord(before, words.former) || /-$/.test(before)) continue;
            const written = match[0].slice(0, title.length);
            const expected = now
              ? `“${capital(current!)}”, the role on ${day}`
              : `“former” before it, or the dates of the role in people/`;
            messages.push(
              messageAt(passage.placeAt(match.index), `Unexpected “${written}” before ${name}: expected ${expected}.`),
            );
          }
        }
      }
    }
    return messages;
  },
} satisfies Rule;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What stands before a name: “senator” of “U.S. senator from Florida”. */
function titleOf(role: string, of: readonly string[]): string {
  const end = role.search(new RegExp(`\\s(?:${of.join('|')})\\s`, 'iu'));
  return (end < 0 ? role : role.slice(0, end)).replace(/^(?:\p{Lu}\.)+\s/u, '').toLowerCase();
}
