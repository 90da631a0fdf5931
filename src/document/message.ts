import { VFileMessage } from 'vfile-message';
import type { Place } from './place.ts';
import type { RuleId } from './rule-ids.ts';

/**
 * One thing to say about a file that a newsroom wrote: a message of the `vfile` family
 * (github.com/vfile/vfile-message), of which these fields are always set.
 */
export interface Message extends VFileMessage {
  /** Path from the root of the site, with `/`. Empty until {@link inFile} sets it: a text is read without its name. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** `true` for an error, which stops a build; `false` for a warning. */
  fatal: boolean;
  /** The rule’s name. */
  ruleId: string;
}

/**
 * A warning whose rule is not set yet.
 *
 * @param reason what was unexpected and what was expected, as “Unexpected X: expected Y.”
 * @param nearest the nearest right answer.
 */
export function messageAt({ line, column }: Place, reason: string, nearest?: string): Message {
  // No stack trace: the mistake is in the writer’s file, and making a trace takes most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const message = new VFileMessage(reason, { place: { line, column }, source: 'nutgraf' });
  Error.stackTraceLimit = stackTraceLimit;
  if (nearest) message.expected = [nearest];
  return Object.assign(message, { file: '', line, column, fatal: false, ruleId: '' });
}

export const warningAt = (place: Place, ruleId: RuleId, reason: string, nearest?: string): Message =>
  Object.assign(messageAt(place, reason, nearest), { ruleId });

export const errorAt = (place: Place, ruleId: RuleId, reason: string, nearest?: string): Message =>
  Object.assign(warningAt(place, ruleId, reason, nearest), { fatal: true });

/** Sets on messages the file that they are about. */
export const inFile = (file: string, messages: readonly Message[]): Message[] =>
  messages.map((message) => Object.assign(message, { file }));

export const isError = ({ fatal }: Message): boolean => fatal;

/** Orders messages as they stand in the files. */
export const inReadingOrder = (a: Message, b: Message): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;

/** A message as plain data: what caches keep, and what `check --format json` prints. */
export interface MessageJson {
  file: string;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  reason: string;
  suggestion?: string;
  rule: string;
}

export const toJson = (message: Message): MessageJson => {
  const { file, line, column, reason, ruleId, expected: [suggestion] = [] } = message;
  const severity = isError(message) ? 'error' : 'warning';
  return { file, line, column, severity, reason, ...(suggestion && { suggestion }), rule: ruleId };
};

export const fromJson = ({ file, severity, reason, suggestion, rule, ...place }: MessageJson): Message =>
  Object.assign(messageAt(place, reason, suggestion), { file, fatal: severity === 'error', ruleId: rule });

/** Text in a message, cut after 60 characters. */
export const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** “a, b or c” */
export const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'nothing') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
