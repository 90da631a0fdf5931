import { isError, toJson } from './message.ts';
import type { Message } from './message.ts';

/** Ways to print messages; each gives the whole output. */
export const formats = { pretty, json, github, sarif };

export type Format = keyof typeof formats;

/**
 * A message as a terminal, the dev overlay and a failed build show it: two lines where it has a
 * nearest right answer.
 */
export function formatMessage(message: Message): string {
  const { file, line, column, severity, reason, suggestion, rule } = toJson(message);
  const head = `${onOneLine(file)}:${line}:${column}  ${severity}  ${onOneLine(reason)}`;
  return suggestion ? `${head}\n  Did you mean “${onOneLine(suggestion)}”?  [${rule}]` : `${head}  [${rule}]`;
}

/** Text of a writer on one line, without the control characters that a terminal would carry out. */
const onOneLine = (text: string) => text.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');

/** “2 errors and 1 warning in 2 files” */
export function summarise(messages: readonly Message[]): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const errors = messages.filter(isError).length;
  const warnings = messages.length - errors;
  const parts = [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean);
  return `${parts.join(' and ')} in ${count(new Set(messages.map(({ file }) => file)).size, 'file')}`;
}

/** What a message says, without its place. */
export const sentenceOf = ({ reason, expected: [nearest] = [] }: Message): string =>
  nearest ? `${reason} Did you mean “${nearest}”?` : reason;

/** As a build prints them. */
function pretty(messages: readonly Message[]): string {
  if (!messages.length) return 'All is in order.';
  const isCutShort = messages.some(({ ruleId }) => ruleId === 'yaml-syntax' || ruleId === 'mdx-syntax');
  const rest = isCutShort
    ? '\nWhat cannot be read keeps the check from looking further: check again when it is mended.'
    : '';
  return `${messages.map(formatMessage).join('\n')}\n\n${summarise(messages)}.${rest}`;
}

function json(messages: readonly Message[]): string {
  const errors = messages.filter(isError).length;
  return JSON.stringify({ errors, warnings: messages.length - errors, messages: messages.map(toJson) }, null, 2);
}

/** Commands by which a workflow of GitHub marks lines (docs.github.com, “Workflow commands”). */
function github(messages: readonly Message[]): string {
  const text = (value: string) =>
    value.replace(/[%\r\n]/g, (sign) => ({ '%': '%25', '\r': '%0D', '\n': '%0A' })[sign]!);
  const property = (value: string) => text(value).replace(/[:,]/g, (sign) => ({ ':': '%3A', ',': '%2C' })[sign]!);
  return messages
    .map((message) => {
      const { file, line, column, severity, rule } = toJson(message);
      return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${text(sentenceOf(message))}`;
    })
    .join('\n');
}

/** The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code scanning and editors. */
function sarif(messages: readonly Message[]): string {
  return JSON.stringify(sarifLog(messages), null, 2);
}

/** Messages as a SARIF log. */
export function sarifLog(messages: readonly Message[]) {
  const rules = [...new Set(messages.map(({ ruleId }) => ruleId))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0' as const,
    runs: [
      {
        tool: { driver: { name: 'Nutgraf', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits' as const,
        results: messages.map((message) => ({
          ruleId: message.ruleId,
          ruleIndex: rules.indexOf(message.ruleId),
          level: toJson(message).severity,
          message: { text: sentenceOf(message) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(message.file), uriBaseId: 'SRCROOT' },
                region: { startLine: message.line, startColumn: message.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
