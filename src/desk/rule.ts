import type { Place } from '../document/place.ts';
import type { Prose } from './prose.ts';

/** What a rule found: where, what was unexpected, and what was expected. */
export interface Fault extends Place {
  reason: string;
  /** The nearest right answer. */
  suggestion?: string | undefined;
}

/** How much a rule’s findings count: an error makes `check` fail. */
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
  check(prose: Prose): Fault[];
}
