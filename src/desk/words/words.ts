/**
 * What rules know of a language. Each entry is a word or a phrase in lower case; a trailing `*`
 * stands for any ending.
 */
export interface Words {
  /** Words that mean another day to each reader. */
  rot: readonly string[];
  /** Those of them that may mean “these days”: they mean the day beside one of the words of `happened`. */
  nowadays: readonly string[];
  /** Words of a sentence that tells of an event. */
  happened: readonly string[];
  /** Words that give what is said to somebody. */
  speech: readonly string[];
  /** Words before a quotation that is a name, a label, a thought or an example, and nobody’s words. */
  naming?: readonly string[];
  /** Those of them that are in the present tense. */
  present: readonly string[];
  /** Words that make a sentence about a person an accusation. */
  accusation: readonly string[];
  /** Those that a name follows: “accused Doe”, “allegations against Doe”. */
  accusing: readonly string[];
  /** Grave deeds, as they are told of a person: “took bribes”. */
  charges: readonly string[];
  /** Words between a person and what that person is accused of: “was”. */
  passive: readonly string[];
  /** Words that tell where a number is from, beside those of speech. */
  evidence: readonly string[];
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
  /** Numbers in words, those that others are put together of; 100 multiplies what stands before it. */
  numbers: Readonly<Record<string, number>>;
  /** Words that multiply the number before them. */
  scales: Readonly<Record<string, number>>;
  /** Words for “of a hundred”. */
  percent: readonly string[];
  /** Words for the difference of two percentages. */
  points: readonly string[];
  /** Names of currencies, each with its sign. */
  currencies: Readonly<Record<string, string>>;
  /** Words before a number that is not exact. */
  rough: readonly string[];
  /** Words before a total, or behind it. */
  total: readonly string[];
  /** Words that begin what is left of a whole. */
  rest: readonly string[];
  /** Words that end a list of shares, such as “undecided”: together they are the whole. */
  undecided: readonly string[];
  /** How long ago: patterns with `{n}` for the number and `{unit}` for what is counted. */
  ago: readonly string[];
  /** What is counted in them, by its length in days. */
  spans: Readonly<Record<string, number>>;
  /** Titles and offices that stand before a name. */
  titles: readonly string[];
  /** Those of them that one holds and leaves, with other names of the same office behind each. */
  offices: readonly (readonly string[])[];
  /** Words of a name that is not a person’s: “University”, “Street”. */
  bodies: readonly string[];
  /** What headlines count that no text counts again: “five ways”, and time. */
  listed: readonly string[];
  /** Words for a person whose name is not published. */
  unnamed: readonly string[];
  /** People and things of which there are no more than all: a share of them is at most 100 %. */
  groups: readonly string[];
  /** Words that point to something on the page, with the kind of it: chart, table, map, picture, timeline or video. */
  pointers: Readonly<Record<string, string>>;
  /** Words that may stand twice in a row. */
  twice: readonly string[];
  /** Words that mean the same where numbers are compared. */
  alike: readonly (readonly string[])[];
  /** Small words, without a meaning of their own. */
  small: readonly string[];
  /** Whether words stand without spaces between them. */
  isUnspaced?: boolean;
  /** The score of reading ease, from 0 (hard) to 100; of languages that have a formula. */
  readingEase?: (counts: { words: number; sentences: number; syllables: number }) => number;
  /** Vowels that make one syllable where they stand together. */
  vowels?: RegExp;
  /** Vowels at the end of a word that are not spoken. */
  silent?: RegExp;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const patterns = new WeakMap<readonly string[], RegExp>();

/** A pattern of whole words that finds any of these, whatever their case. */
export function matcherOf(words: readonly string[]): RegExp {
  const made = patterns.get(words);
  if (made) return made;
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const choices = longestFirst.map((word) => {
    const letters = (word.endsWith('*') ? `${escaped(word.slice(0, -1))}\\p{L}*` : escaped(word))
      .replace(/['’]/g, "['’]")
      .replace(/ /g, '\\s+');
    // In Arabic, “and”, “in”, “for” and “the” are letters at the front of a word.
    return /\p{sc=Arabic}/u.test(word) ? `[وفبكل]{0,2}(?:ال)?${letters}` : letters;
  });
  // Words of scripts without spaces stand right beside others.
  const isUnspaced = words.some((word) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word));
  const [before, behind] = isUnspaced ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const pattern = words.length ? new RegExp(`${before}(?:${choices.join('|')})${behind}`, 'giu') : /(?!)/g;
  patterns.set(words, pattern);
  return pattern;
}

/** Whether a text has one of these words. */
export const hasWord = (text: string, words: readonly string[]): boolean => text.search(matcherOf(words)) >= 0;
