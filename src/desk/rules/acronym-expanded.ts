import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { isOthersWords, isQuoted } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { knownAcronyms } from '../words/acronyms.ts';

/**
 * An acronym is spelt out where it is first used.
 *
 * Write “the Surface Transportation Board (STB)” the first time. Told of is one that stands in the story twice or
 * more. Known are those that a dictionary of English has, those of outlets and people, and a newsroom’s own, in
 * `content/desk/<language>.yaml`.
 *
 * @example ok
 * The Surface Transportation Board (STB) sued. The STB won.
 *
 * @example ok
 * The STB (Surface Transportation Board) sued the FBI. The STB won.
 *
 * @example not ok
 * The STB sued. The STB won.
 * @message 1:5 Unexpected “STB”: expected it spelt out at its first use, as in “Full Name (STB)”.
 */
export default {
  name: 'acronym-expanded',
  severity: 'warning',
  check({ passages, words, registries: { outlets, people } }) {
    if (!words) return [];
    const names = [...outlets.values(), ...people.values()].flatMap(({ name }) => name.split(/\s+/));
    const known = new Set([...words.acronyms, ...names]);
    const all = passages.map(({ text }) => text).join('\n');
    const counts = new Map<string, number>();
    for (const [acronym] of all.matchAll(ACRONYM)) counts.set(acronym, (counts.get(acronym) ?? 0) + 1);
    const messages: Message[] = [];
    let looked = 0;
    for (const passage of passages) {
      // In a line all in capitals, a word in capitals is no acronym; in a cell of a table it is a code.
      const isPlain = !passage.isHeading && passage.node.type !== 'tableCell' && /\p{Ll}/u.test(passage.text);
      if (!isPlain || isOthersWords(passage)) continue;
      for (const match of passage.text.matchAll(ACRONYM)) {
        const [acronym] = match;
        if (known.has(acronym) || knownAcronyms.has(acronym) || isQuoted(passage, match.index)) continue;
        known.add(acronym);
        if ((counts.get(acronym) ?? 0) < 2) continue;
        // Each is looked for in the whole story; no story has so many.
        if ((looked += 1) > 40) return messages;
        if (isSpeltOut(all, acronym)) continue;
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

const ACRONYM = /(?<![\p{L}\p{N}.$€£/_-])\p{Lu}{3,6}(?![\p{L}\p{N}./_-])/gu;

/**
 * Whether an acronym stands in brackets, or before some, or is another word in capitals, or words with its letters as
 * first letters stand in the story.
 */
function isSpeltOut(text: string, acronym: string): boolean {
  if (
    text.includes(`(${acronym}`) ||
    text.includes(`, or ${acronym}`) ||
    new RegExp(`${acronym}s?[®™]?\\s+\\(`).test(text)
  )
    return true;
  if (new RegExp(`(?<!\\p{L})${acronym.toLowerCase()}(?!\\p{L})`, 'u').test(text)) return true;
  const between = '[\\p{Ll}’.-]*[\\s-]+(?:\\p{Ll}{1,3}\\s+)*';
  const letters = [...acronym].map((letter) => `[${letter}${letter.toLowerCase()}]`);
  return new RegExp(`(?<!\\p{L})${letters.join(between)}\\p{Ll}`, 'u').test(text);
}
