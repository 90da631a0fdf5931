import type { Message } from '../document/message.ts';
import type { Prose } from './prose.ts';

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
