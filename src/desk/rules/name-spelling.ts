import { distance } from 'fastest-levenshtein';
import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { datesIn } from '../facts/dates.ts';
import { factsOf } from '../facts/facts.ts';
import { bare } from '../facts/names.ts';
import type { NameFact } from '../facts/names.ts';
import { isOthersWords } from '../prose.ts';
import type { Prose } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A name is spelt in one way, and as in `people/` and `outlets/`.
 *
 * “Nicolas Maduro” and “Nicolás Maduro” are two people to a search, and one mistake to a reader. Names that are
 * not registered are held against each other, with a title and without, whole and by the family’s name.
 *
 * @example ok
 * Jane Doe and John Doherty met. Margaret Smithson said so, and the Smithsons agreed.
 *
 * @example not ok
 * Jane Deo met the council.
 * @message 1:1 Unexpected “Jane Deo”: expected the name as in people/ or outlets/.
 *   Did you mean “Jane Doe”?
 *
 * @example not ok
 * Engineer Margaret Smithson said that it is old. Smithsen added that it is safe.
 * @message 1:49 Unexpected “Smithsen”: expected the name as it stands before.
 *   Did you mean “Smithson”?
 */
export default {
  name: 'name-spelling',
  severity: 'warning',
  check(prose) {
    const { names } = factsOf(prose);
    const told = new Set<NameFact>();
    const tellOf = (fact: NameFact, written: string, meant: string, isRegistered: boolean): Message[] => {
      if (told.has(fact)) return [];
      told.add(fact);
      const expected = isRegistered ? 'as in people/ or outlets/' : 'as it stands before';
      return [
        messageAt(
          fact.passage.placeAt(fact.start + fact.text.indexOf(written)),
          `Unexpected “${written}”: expected the name ${expected}.`,
          meant,
        ),
      ];
    };
    const own = names.filter(({ passage }) => !isOthersWords(passage));
    const index = registryOf(prose);
    const messages: Message[] = [];
    const known = new Map(index);
    const spelt = new Map<string, string>();
    for (const fact of own) {
      if (fact.words.length < 2) continue;
      const text = plain(fact.text);
      // A word before the name may be no part of it: “Lawyer Jane Doe”.
      const key = fact.words.join(' ');
      const before = [...keysOf(fact.words), ...(fact.words.length > 2 ? keysOf(fact.words.slice(-2)) : [])].flatMap(
        (one) => known.get(one) ?? [],
      );
      const registered = index.size > 0 && before.some((one) => one.isRegistered && one.text === text);
      const meant = registered ? undefined : before.find((one) => isMisspelt(text, one));
      if (meant) messages.push(...tellOf(fact, fact.text, meant.text, meant.isRegistered));
      else if (!registered && spelt.get(key) !== text) {
        spelt.set(key, text);
        // What is no person’s name is held against the registry alone: places and bodies have much in common.
        if (fact.isPerson)
          for (const length of new Set([fact.words.length, 2])) {
            const words = fact.words.slice(-length);
            const short = { text: text.split(' ').slice(-length).join(' '), words, isRegistered: false };
            for (const one of keysOf(words)) known.set(one, [...(known.get(one) ?? []).slice(0, 20), short]);
          }
      }
    }
    return [...messages, ...shortNames(prose, own, tellOf)];
  },
} satisfies Rule;

interface Known {
  text: string;
  words: readonly string[];
  isRegistered: boolean;
}

/** A name without initials. */
const plain = (name: string) =>
  name
    .split(' ')
    .filter((word) => !/^\p{L}\.$/u.test(word))
    .join(' ');

const registries = new WeakMap<Prose['registries'], Map<string, Known[]>>();

/** Names of the registries by what of them is left when one word is out. */
function registryOf({ registries: own }: Prose): Map<string, Known[]> {
  const made = registries.get(own);
  if (made) return made;
  const found = new Map<string, Known[]>();
  for (const { name } of [...own.people.values(), ...own.outlets.values()]) {
    if (!/^\S+(\s\S+){1,3}$/.test(name)) continue;
    const words = plain(name)
      .split(' ')
      .map((word) => bare(word.replace(/[.’'-]/g, '')));
    const known = { text: plain(name), words, isRegistered: true };
    for (const key of keysOf(words)) found.set(key, [...(found.get(key) ?? []), known]);
  }
  registries.set(own, found);
  return found;
}

/** A name with each of its words left out in turn: two names that differ in one have such a key in common. */
const keysOf = (words: readonly string[]) =>
  new Set(words.map((_, index) => words.map((word, at) => (at === index ? '*' : word)).join(' ')));

/**
 * Whether two names differ only in accents, or in one word by a letter or by swapped letters: more, and they are two
 * people.
 */
function isMisspelt(whole: string, { text, words }: Known): boolean {
  const found = whole.split(' ').slice(-words.length).join(' ');
  const own = found.split(' ').map((word) => bare(word.replace(/[.’'-]/g, '')));
  if (found === text) return false;
  if (own.join(' ') === words.join(' ')) return found.replace(/[-’'.]/g, '') !== text.replace(/[-’'.]/g, '');
  const at = own.findIndex((word, index) => word !== words[index]);
  return isSlip(own[at] ?? '', words[at] ?? '', at === 0);
}

function isSlip(found: string, wanted: string, isFirst = false): boolean {
  if (found === wanted) return false;
  // “Koreas”, “Smiths’” and “Doe’s” are forms of a name.
  if (found === `${wanted}s` || wanted === `${found}s` || found === `${wanted}es`) return false;
  // In a short first name, a letter more or less is a slip: another one may be another name.
  const isShort = isFirst && Math.max(wanted.length, found.length) === 4;
  const isSwapped =
    found.length > 2 &&
    found.length === wanted.length &&
    [...found].sort().join('') === [...wanted].sort().join('') &&
    swaps(found, wanted) === 2;
  const slips = distance(found, wanted);
  return (
    isSwapped ||
    (slips === 1 &&
      (wanted.length > 4 ||
        (isShort && wanted.length !== found.length && Math.min(wanted.length, found.length) > 2))) ||
    (wanted.length > 7 && slips === 2 && found.slice(0, 2) === wanted.slice(0, 2) && found.at(-1) === wanted.at(-1))
  );
}

const swaps = (one: string, other: string) => [...one].filter((letter, index) => letter !== other[index]).length;

/** Single words that are nearly the family’s or the first name of a person in the story, and nobody else’s. */
function shortNames(
  { lang, passages }: Prose,
  names: readonly NameFact[],
  tell: (fact: NameFact, written: string, meant: string, isRegistered: boolean) => Message[],
): Message[] {
  const whole = names.filter(({ words }) => words.length > 1);
  const people = whole.filter(({ isPerson }) => isPerson);
  if (!people.length) return [];
  const others = new Set(whole.flatMap(({ words }) => words));
  const wanted = new Map(
    people
      .flatMap(({ text, words }) => {
        const parts = plain(text).split(' ');
        return [[words.at(-1)!, parts.at(-1)!] as const, [words[0]!, parts[0]!] as const];
      })
      .filter(([word]) => word.length > 4)
      .slice(0, 80),
  );
  const byFirst = Map.groupBy(wanted, ([word]) => word[0]!);
  let low: Set<string> | undefined;
  const isMonth = (fact: NameFact) => datesIn({ ...fact.passage, text: `${fact.text} 12` }, lang).length > 0;
  return names.flatMap((fact) => {
    const [word = ''] = fact.words;
    const same = fact.words.length === 1 ? wanted.get(word) : undefined;
    if (
      same &&
      /\P{ASCII}/u.test(same) &&
      same.toLowerCase() !== fact.text.toLowerCase() &&
      !/[’'-]/.test(`${same}${fact.text}`)
    )
      return tell(fact, fact.text, same, false);
    if (
      fact.words.length > 1 ||
      word.length < 4 ||
      others.has(word) ||
      wanted.has(word) ||
      /^\p{Lu}+$/u.test(fact.text)
    )
      return [];
    const meant = byFirst
      .get(word[0]!)
      ?.find(([known]) => Math.abs(known.length - word.length) < 3 && isSlip(word, known));
    if (!meant) return [];
    low ??= new Set(passages.flatMap(({ text }) => text.match(/(?<![\p{L}’'-])\p{Ll}{4,}/gu) ?? []));
    return low.has(word) || isMonth(fact) ? [] : tell(fact, fact.text, meant[1], false);
  });
}
