import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../src/desk/rules/', import.meta.url);

/** A rule as its doc comment tells it. */
export interface RuleText {
  name: string;
  severity: string;
  /** The first sentence. */
  summary: string;
  /** Why, and how to mend it. */
  description: string;
  examples: { isOk: boolean; above: string; body: string; messages: string[] }[];
}

/** Every rule of the desk, read from the doc comments of its files. */
export const ruleTexts: RuleText[] = readdirSync(folder)
  .sort()
  .map((file) => textOf(file.replace(/\.ts$/, ''), readFileSync(new URL(file, folder), 'utf8')));

function textOf(name: string, code: string): RuleText {
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\/\nexport default/m.exec(code)?.[1] ?? '';
  const lines = comment
    .replaceAll('*\\/', '*/')
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''));
  const [told = '', ...examples] = lines.join('\n').split(/^@example /m);
  const [summary = '', ...description] = told.trim().split('\n\n');
  return {
    name,
    // Between the two stands what a run of mutants puts there.
    severity: /severity: [^'\n]*'(\w+)'/.exec(code)?.[1] ?? '',
    summary,
    description: description.join('\n\n'),
    examples: examples.map((example) => {
      const [head = '', ...messages] = example.trim().split(/^@message /m);
      const [, kind, above = '', body = ''] = /^(ok|not ok)\n(?:---\n([\s\S]*?)\n---\n?)?([\s\S]*)$/.exec(head) ?? [];
      return {
        isOk: kind === 'ok',
        above,
        body: body.trimEnd(),
        messages: messages.map((message) => message.trimEnd()),
      };
    }),
  };
}
