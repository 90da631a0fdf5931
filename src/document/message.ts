/** One finding in a file that a newsroom wrote; DESIGN’s one form for every check. */
export interface Message {
  /** Path from the root of the site, with `/`. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  severity: 'error' | 'warning';
  /** What was unexpected and what was expected. */
  reason: string;
  /** The nearest right answer. */
  suggestion?: string | undefined;
  /** The rule’s name. */
  rule: string;
}

/** The message as it is printed, two lines where it has a suggestion. */
export function formatMessage({ file, line, column, severity, reason, suggestion, rule }: Message): string {
  const head = `${file}:${line}:${column}  ${severity}  ${onOneLine(reason)}`;
  return suggestion ? `${head}\n  Did you mean “${onOneLine(suggestion)}”?  [${rule}]` : `${head}  [${rule}]`;
}

/** What a writer typed can have line breaks, and signs that a terminal obeys. */
const onOneLine = (text: string) => text.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');

/** Orders messages as they stand in the files. */
export const inReadingOrder = (a: Message, b: Message): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;

/** “2 errors and 1 warning in 2 files” */
export function summarise(messages: readonly Message[]): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const warnings = messages.length - errors;
  const parts = [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean);
  return `${parts.join(' and ')} in ${count(new Set(messages.map(({ file }) => file)).size, 'file')}`;
}

export const isError = ({ severity }: Pick<Message, 'severity'>): boolean => severity === 'error';
