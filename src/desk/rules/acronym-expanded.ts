import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { isOthersWords, isQuoted } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * An acronym is spelt out where it is first used.
 *
 * Write “the Federal Trade Commission (FTC)” the first time. Those that every reader knows are in a
 * list, to which a newsroom adds in `content/desk/<language>.yaml`; names of outlets are known, too.
 *
 * @example ok
 * The Federal Trade Commission (FTC) sued. The FTC won.
 *
 * @example ok
 * The FTC (Federal Trade Commission) sued.
 *
 * @example not ok
 * The FTC sued.
 * @message 1:5 Unexpected “FTC”: expected it spelt out at its first use, as in “Full Name (FTC)”.
 */
export default {
  name: 'acronym-expanded',
  severity: 'warning',
  check({ passages, words, registries: { outlets, people } }) {
    if (!words) return [];
    const names = [...outlets.values(), ...people.values()].flatMap(({ name }) => name.split(/\s+/));
    const known = new Set([...words.acronyms, ...names]);
    const all = passages.map(({ text }) => text).join('\n');
    const messages: Message[] = [];
    let looked = 0;
    for (const passage of passages) {
      // In a line all in capitals, a word in capitals is no acronym.
      if (passage.isHeading || isOthersWords(passage) || !/\p{Ll}/u.test(passage.text)) continue;
      for (const match of passage.text.matchAll(/(?<![\p{L}\p{N}.$€£-])\p{Lu}{2,6}(?![\p{L}\p{N}.-])/gu)) {
        const [acronym] = match;
        if (known.has(acronym) || isQuoted(passage, match.index)) continue;
        // Each is looked for in the whole story; no story has so many.
        if ((looked += 1) > 200) return messages;
        known.add(acronym);
        const isSpeltOut =
          all.includes(`(${acronym})`) || new RegExp(`${acronym}s?\\s+\\(`).test(all) || spellsOut(all, acronym);
        if (!isSpeltOut)
          messages.push(
            messageAt(
              passage.placeAt(match.index),
              `Unexpected “${acronym}”: expected it spelt out at its first use, as in “Full Name (${acronym})”.`,
            ),
          );
      }
    }
    return messages;
  },
} satisfies Rule;

/** Whether words with its letters as first letters, all capitals, stand in the story. */
function spellsOut(text: string, acronym: string): boolean {
  const between = '[\\p{Ll}’.-]*\\s+(?:\\p{Ll}{1,3}\\s+)*';
  return new RegExp([...acronym].join(between), 'u').test(text);
}
