/**
 * What rules know of a language. Each entry is a word or a phrase in lower case; a trailing `*`
 * stands for any ending.
 */
export interface Words {
  /** Words that mean another day to each reader. */
  rot: readonly string[];
  /** Words that give what is said to somebody. */
  speech: readonly string[];
  /** Those of them that are in the present tense. */
  present: readonly string[];
  /** Words that make a sentence about a person an accusation. */
  accusation: readonly string[];
  /** Words that give the answer to one. */
  denial: readonly string[];
  /** Words with a judgement in them. */
  loaded: readonly string[];
  /** Words that hide who says so. */
  hedges: readonly string[];
  /** Acronyms that every reader knows. */
  acronyms: readonly string[];
  /** Short forms with a full stop that ends no sentence. */
  abbreviations: readonly string[];
  /** Words of a link that say nothing of where it goes. */
  links: readonly string[];
  /** Words before a title that take it out of the present. */
  former: readonly string[];
  /** Small words of a title, such as “of” in “President of Colombia”: the title proper ends before them. */
  of: readonly string[];
  /** Great numbers in words. */
  magnitudes: readonly string[];
  /** The score of reading ease, from 0 (hard) to 100; of languages that have a formula. */
  readingEase?: (counts: { words: number; sentences: number; syllables: number }) => number;
  /** Vowels that make one syllable where they stand together. */
  vowels?: RegExp;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const patterns = new WeakMap<readonly string[], RegExp>();

/** A pattern of whole words that finds any of these, whatever their case. */
export function matcherOf(words: readonly string[]): RegExp {
  const made = patterns.get(words);
  if (made) return made;
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const choices = longestFirst.map((word) =>
    (word.endsWith('*') ? `${escaped(word.slice(0, -1))}\\p{L}*` : escaped(word))
      .replace(/['’]/g, "['’]")
      .replace(/ /g, '\\s+'),
  );
  const pattern = words.length
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
    : /(?!)/g;
  patterns.set(words, pattern);
  return pattern;
}

/** Whether a text has one of these words. */
export const hasWord = (text: string, words: readonly string[]): boolean => text.search(matcherOf(words)) >= 0;
