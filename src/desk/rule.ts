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
  /** What it has to say; whose rule each message is, and how much it counts, is set by the desk. */
  check(prose: Prose): Message[];
}
