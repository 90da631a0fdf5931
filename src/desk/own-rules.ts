import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorAt, inFile, messageAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import type { Rule } from './rule.ts';

/** The rules that a newsroom has written, with what is wrong in their files. */
export interface OwnRules {
  rules: readonly Rule[];
  messages: Message[];
  /** The text of all files of the folder: where it is another, stories are to be asked anew. */
  code: string;
}

/**
 * Loads a newsroom’s own rules: each file of a folder, such as `src/nutgraf/rules/our-style.ts`, is one. What a rule
 * does wrong is told of, and stops nothing else.
 */
export async function ownRulesIn(folder: string): Promise<OwnRules> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.]+\.m?[jt]s$/.test(name)) : [];
  const rules: Rule[] = [];
  const messages: Message[] = [];
  for (const name of files.sort()) {
    const found = await ruleAt(join(folder, name), name.replace(/\..*$/, ''));
    if ('rule' in found) rules.push(found.rule);
    else messages.push(...inFile(join(folder, name), [found.message]));
  }
  return { rules, messages, code: codeIn(folder) };
}

/** With folders in it, whose files its rules may share. */
const codeIn = (folder: string) =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\0');

async function ruleAt(file: string, name: string): Promise<{ rule: Rule } | { message: Message }> {
  const { href } = pathToFileURL(file);
  let rule: Partial<Rule> | undefined;
  try {
    // The query lets a server that goes on running see a rule that has changed.
    ({ default: rule } = (await import(`${href}?${statSync(file).mtimeMs}`)) as { default?: Partial<Rule> });
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const reason = `Unexpected code, “${firstLine(message)}”: expected a rule of the desk that can be loaded.`;
    return { message: errorAt(placeInStack(stack, href), 'rule-valid', reason) };
  }
  const isRule = typeof rule?.check === 'function' && ['off', 'warning', 'error'].includes(rule.severity ?? '');
  if (isRule && rule?.name === name) return { rule: careful(rule as Rule) };
  const expected = `defineRule({ name: '${name}', severity: 'warning', check: … })`;
  const reason = `Unexpected export: expected this rule as what the file exports by default, ${expected}.`;
  return { message: errorAt({ line: 1, column: 1 }, 'rule-valid', reason) };
}

/** Where in a file an error arose, by the lines of its stack; at its beginning, where they do not say. */
export function placeInStack(stack: string, href: string): Place {
  const [, line = '1', column = '1'] = stack.slice(stack.indexOf(href)).match(/^\S*?:(\d+)(?::(\d+))?/) ?? [];
  return { line: Number(line), column: Number(column) };
}

/** A rule whose faults are messages, at the story that it stopped at. */
const careful = (rule: Rule): Rule => ({
  ...rule,
  check(prose) {
    try {
      // Its code may not have been held against the types.
      const messages: Partial<Message>[] = rule.check(prose);
      if (messages.every(({ line, reason }) => line && reason)) return messages as Message[];
      throw new Error('it gave something else than messages');
    } catch (error) {
      const said = firstLine((error as Error).message);
      return [messageAt({ line: 1, column: 1 }, `Unexpected fault of the rule, “${said}”: expected messages.`)];
    }
  },
});

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';
