import { formatMessage, isError, summarise } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';

/** Ways to print messages; each gives the whole output. */
export const formats = { pretty, json, github, sarif };

export type Format = keyof typeof formats;

/** As a build prints them. */
function pretty(messages: readonly Message[]): string {
  if (!messages.length) return 'All is in order.';
  const isCutShort = messages.some(({ rule }) => rule === 'yaml-syntax' || rule === 'mdx-syntax');
  const rest = isCutShort
    ? '\nWhat cannot be read keeps the check from looking further: check again when it is mended.'
    : '';
  return `${messages.map(formatMessage).join('\n')}\n\n${summarise(messages)}.${rest}`;
}

function json(messages: readonly Message[]): string {
  const errors = messages.filter(isError).length;
  return JSON.stringify({ errors, warnings: messages.length - errors, messages }, null, 2);
}

/** Commands by which a workflow of GitHub marks lines (docs.github.com, “Workflow commands”). */
function github(messages: readonly Message[]): string {
  const text = (value: string) =>
    value.replace(/[%\r\n]/g, (sign) => ({ '%': '%25', '\r': '%0D', '\n': '%0A' })[sign]!);
  const property = (value: string) => text(value).replace(/[:,]/g, (sign) => ({ ':': '%3A', ',': '%2C' })[sign]!);
  return messages
    .map((message) => {
      const { file, line, column, severity, rule } = message;
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
  const rules = [...new Set(messages.map(({ rule }) => rule))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0' as const,
    runs: [
      {
        tool: { driver: { name: 'Nutgraf', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits' as const,
        results: messages.map((message) => ({
          ruleId: message.rule,
          ruleIndex: rules.indexOf(message.rule),
          level: message.severity,
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

const sentenceOf = ({ reason, suggestion }: Message) =>
  suggestion ? `${reason} Did you mean “${suggestion}”?` : reason;
