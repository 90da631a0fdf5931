import type { Passage } from '../prose.ts';
import type { Words } from '../words/words.ts';
import { matcherOf } from '../words/words.ts';

/** A name in a text of a script that has capitals. */
export interface NameFact {
  passage: Passage;
  start: number;
  end: number;
  /** The name without a title before it. */
  text: string;
  /** Its words, without initials, marks and accents, in lower case. */
  words: readonly string[];
  /** Whether something beside it is said of persons only: a title, a word of speech, an age or what they are. */
  isPerson: boolean;
  /** Whether one of its words says that it is a body, a place or an office. */
  isBody: boolean;
}

const particle = '(?:de|da|di|do|dos|das|del|della|du|van|von|der|den|ten|bin|ibn|al|el|la|le|y|e)';
const word = "\\p{Lu}(?:[\\p{L}\\p{M}]|[’'-](?=\\p{L}))*\\.?";
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}@#_.&’'-])${word}(?:[ \\u00A0](?:${particle} ){0,2}${word})*(?![\\p{L}\\p{N}])`,
  'gu',
);

interface Lists {
  titles: Set<string>;
  small: Set<string>;
  bodies: Set<string>;
  beside: RegExp;
}

const kept = new WeakMap<Words, Lists>();

function listsOf(words: Words): Lists {
  const speech = matcherOf(words.speech).source;
  const made = kept.get(words) ?? {
    titles: new Set([...words.titles, ...words.abbreviations].flatMap((title) => title.split(' '))),
    small: new Set(words.small),
    bodies: new Set(words.bodies),
    beside: new RegExp(
      `^(?:,? (?:who )?(?:\\p{L}+ly )?${speech}|, (?:\\d\\d,|(?:the|an?|who|whose|his|her|su|el|la|le|une?|o|a|uma?)\\s\\p{Ll})|’s (?:lawyer|attorney|wife|husband|son|daughter|mother|father|spokes))`,
      'iu',
    ),
  };
  kept.set(words, made);
  return made;
}

/** Whether a name of two or three words may be of a person: bodies and places say what they are. */
export const mayBePerson = ({ words, isPerson, isBody }: NameFact): boolean =>
  !isBody && (isPerson || (words.length > 1 && words.length < 4));

/** In lower case, without accents. */
export const bare = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every name of a text, of one word or more, in its order. */
export function nameFactsIn(passage: Passage, words: Words): NameFact[] {
  const { text } = passage;
  const { titles, small, bodies, beside } = listsOf(words);
  return [...text.matchAll(pattern)]
    .flatMap((match) => sentencesOf(match[0], match.index, titles))
    .flatMap((run): NameFact[] => {
      const parts = run.text.split(/[ \u00A0]/);
      let first = 0;
      let hasTitle = false;
      while (first < parts.length - 1) {
        const one = (parts[first] ?? '').replace(/\.$/, '').toLowerCase();
        if (titles.has(one)) hasTitle = true;
        else if (!small.has(one)) break;
        first += 1;
      }
      const skipped = parts.slice(0, first).reduce((sum, { length }) => sum + length + 1, 0);
      const name = parts
        .slice(first)
        .join(' ')
        .replace(/[’']s$|\.$/, '');
      const own = name
        .split(' ')
        .filter((one) => !/^\p{L}\.?$/u.test(one))
        .map((one) => bare(one.replace(/[.’'-]/g, '')));
      // Nobody has a name of more words: that is a line in capitals.
      if (own.length > 6) return [];
      if (!own.length || (own.length === 1 && (small.has(own[0]!) || titles.has(own[0]!)))) return [];
      const start = run.start + skipped;
      const end = start + name.length;
      const isBody = own.some((one) => bodies.has(one) || (one.length > 3 && titles.has(one)));
      const isPerson = !isBody && (hasTitle || beside.test(text.slice(end, end + 40)));
      return [{ passage, start, end, text: name, words: own, isPerson, isBody }];
    });
}

/** Cuts a run of capitalised words where a sentence ends in it: not at the full stop of an initial or a title. */
function sentencesOf(run: string, start: number, titles: ReadonlySet<string>): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = [];
  let from = 0;
  for (const { 0: end, index } of run.matchAll(/\p{L}+\.(?= )/gu)) {
    const last = end.slice(0, -1);
    if (last.length < 2 || titles.has(last.toLowerCase())) continue;
    parts.push({ start: start + from, text: run.slice(from, index + last.length) });
    from = index + end.length + 1;
  }
  return [...parts, { start: start + from, text: run.slice(from) }];
}
