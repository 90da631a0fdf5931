import type { Contract, Contracts } from './contract.ts';
import { describeProps } from './describe.ts';

/** One snippet of VS Code (its “Snippets in Visual Studio Code” page has the format). */
export interface Snippet {
  prefix: string;
  scope: 'mdx';
  description: string;
  /** A line each; what is to be replaced is a tab stop. */
  body: string[];
}

/** A snippet for every component: its example, in which each prop’s value is a tab stop. */
export const snippetsOf = (contracts: Contracts): Record<string, Snippet> =>
  Object.fromEntries(
    [...contracts.values()].map((contract) => [
      contract.name,
      {
        prefix: contract.name,
        scope: 'mdx',
        description: contract.purpose,
        body: bodyOf(contract, contracts).split('\n'),
      },
    ]),
  );

const tag = /<([A-Z]\w*)((?:\s+\w+="[^"]*")+)/g;

function bodyOf({ example }: Contract, contracts: Contracts): string {
  let stops = 0;
  return escaped(example, /[\\$]/g).replace(tag, (_, name: string, props: string) => {
    const choices = new Map(describeProps(contracts.get(name)!).map((prop) => [prop.name, prop.choices]));
    return `<${name}${props.replace(/(\w+)="([^"]*)"/g, (_prop, prop: string, value: string) => `${prop}="\${${(stops += 1)}${stopFor(value, choices.get(prop))}}"`)}`;
  });
}

/** The example’s value to type over, or a list to choose from that begins with it. */
function stopFor(value: string, choices: readonly string[] = []): string {
  if (!choices.length) return `:${escaped(value, /\}/g)}`;
  return `|${[value, ...choices.filter((one) => one !== value)].map((one) => escaped(one, /[,|]/g)).join(',')}|`;
}

const escaped = (text: string, signs: RegExp): string => text.replace(signs, '\\$&');
