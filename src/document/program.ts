import { expressionOf } from './literal.ts';
import { cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { startOf } from './props.ts';
import type { Tag, Visit } from './visits.ts';

/** What makes a story a program: code that only a build can run. */
export interface ProgramCode extends Place {
  /** The code, as a message names it. */
  what: string;
}

/** Whether a story has code of its own: then its expressions may use names from it. */
export const hasModule = (visits: readonly Visit[]): boolean => visits.some(({ node }) => node.type === 'mdxjsEsm');

/** The first thing that makes the story a program, if any. */
export function programIn(visits: readonly Visit[]): ProgramCode | undefined {
  const isModule = hasModule(visits);
  for (const visit of visits) {
    const what = codeIn(visit, isModule);
    if (what !== undefined) return { ...startOf(visit.node), what };
  }
  return undefined;
}

function codeIn({ node, tag }: Visit, isModule: boolean): string | undefined {
  if (tag) return codeInProps(tag);
  if (node.type === 'mdxjsEsm') return node.value.trimStart().startsWith('export') ? 'export' : 'import';
  return isExpression(node) && (isModule || !isName(node)) ? `{${cut(node.value)}}` : undefined;
}

function codeInProps({ props }: Tag): string | undefined {
  if (props.spread) return '{...}';
  return props.computed.length ? `${props.computed[0]}={…}` : undefined;
}

/** A name in braces that nothing in the story defines: most likely words that were meant as text. */
export function checkExpression({ node }: Visit, isModule: boolean): Message[] {
  if (!isExpression(node) || isModule || !isName(node)) return [];
  const expected = 'a value such as {5} in braces, or “\\{” for the sign itself';
  return [errorAt(startOf(node), 'name-known', `Unexpected “{${cut(node.value)}}”: expected ${expected}.`)];
}

type Expression = Extract<Visit['node'], { type: 'mdxFlowExpression' | 'mdxTextExpression' }>;

const isExpression = (node: Visit['node']): node is Expression =>
  node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';

const isName = ({ data }: Expression) => expressionOf(data?.estree)?.type === 'Identifier';
