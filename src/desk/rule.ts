import type { Message } from '../document/message.ts';
import type { Prose } from './prose.ts';

export { messageAt } from '../document/message.ts';
export { areInOneSentence, isIn, isOthersWords, isQuoted, matchesIn } from './prose.ts';
export type { Passage, Prose, Span } from './prose.ts';
export { hasWord, matcherOf } from './words/words.ts';

/** How much a rule’s messages count: an error makes `check` fail. */
export type Severity = 'off' | 'warning' | 'error';

/**
 * An editorial rule over a story. Its file’s doc comment is its documentation and its test: what it
 * asks and why, then examples that pass, and examples that fail with the messages they get.
 */
export interface Rule {
  /** Also the file’s name. */
  name: string;
  /** How much it counts where a newsroom does not say. */
  severity: Severity;
  /** The messages on a story; the desk sets the rule’s name and the severity on each. */
  check(prose: Prose): Message[];
}

/** A rule of a newsroom’s own: what a file in `src/nutgraf/rules/` exports by default. */
export const defineRule = (rule: Rule): Rule => rule;
