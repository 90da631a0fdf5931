import { createInterface } from 'node:readline/promises';

/** Asks a question, and gives what was answered; nothing where nobody is there to answer. */
export type Ask = ((question: string) => Promise<string>) & { isAnswered: boolean; close(): void };

/** Asks in a terminal; elsewhere nobody answers. */
export function asker(): Ask {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const ask = async (question: string) => (await lines?.question(`${question} `))?.trim() ?? '';
  return Object.assign(ask, { isAnswered: Boolean(lines), close: () => lines?.close() });
}
