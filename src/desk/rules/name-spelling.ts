import { messageAt } from '../../document/message.ts';
import { isOthersWords } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { distance } from 'fastest-levenshtein';

/**
 * A name is spelt as in `people/` and `outlets/`.
 *
 * “Nicolas Maduro” and “Nicolás Maduro” are two people to a search, and one mistake to a reader.
 *
 * @example ok
 * Jane Doe and John Doherty met.
 *
 * @example not ok
 * Jane Deo met the council.
 * @message 1:1 Unexpected “Jane Deo”: expected the name as in people/ or outlets/.
 *   Did you mean “Jane Doe”?
 */
export default {
  name: 'name-spelling',
  severity: 'warning',
  check({ passages, registries: { people, outlets } }) {
    const names = [...people.values(), ...outlets.values()]
      .map(({ name }) => name)
      .filter((name) => /^\S+(\s\S+){1,3}$/.test(name));
    const known = new Set(names);
    return passages.flatMap((passage) => {
      if (isOthersWords(passage)) return [];
      return [...passage.text.matchAll(/(?<!\p{L}[’'.-]?)\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+)+/gu)].flatMap(
        (match) => {
          const found = match[0].replace(/[’']s?$|[.-]$/u, '');
          const meant = known.has(found) ? undefined : names.find((name) => isMisspelt(found, name));
          return meant
            ? [
                messageAt(
                  passage.placeAt(match.index),
                  `Unexpected “${found}”: expected the name as in people/ or outlets/.`,
                  meant,
                ),
              ]
            : [];
        },
      );
    });
  },
} satisfies Rule;

const bare = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Whether two names differ only in accents, or in one word by a letter or by swapped letters: more, and they are two
 * people.
 */
function isMisspelt(found: string, name: string): boolean {
  const [one, other] = [bare(found), bare(name)];
  if (one === other) return found !== name;
  if (Math.abs(one.length - other.length) > 1) return false;
  const [words, wanted] = [one.split(' '), other.split(' ')];
  const differing = words.flatMap((word, index) =>
    word === wanted[index] ? [] : [[word, wanted[index] ?? ''] as const],
  );
  const [slip] = differing;
  if (words.length !== wanted.length || !slip || differing.length > 1) return false;
  const isSwapped = [...slip[0]].sort().join('') === [...slip[1]].sort().join('');
  return isSwapped || (slip[1].length > 4 && distance(...(slip as [string, string])) === 1);
}
