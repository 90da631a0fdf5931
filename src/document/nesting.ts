import type { Contract } from './contract.ts';
import { anyOf, errorAt } from './message.ts';
import type { Message } from './message.ts';
import { startOf } from './props.ts';
import type { Around, ComponentTag } from './visits.ts';

/** A component that stands where its contract does not let it. */
export function checkNesting({ node, name, contract }: ComponentTag, around: Around): Message[] {
  const wrong = outside(contract, around) ?? misplaced(contract, around);
  return wrong ? [errorAt(startOf(node), 'nesting', `Unexpected <${name}> ${wrong}.`)] : [];
}

function misplaced({ place }: Contract, around: Around): string | undefined {
  if (place === 'section') return sectionInside(around);
  if (place === 'part') return partInSentence(around);
  return around.link && `in ${around.link}: expected it before or after`;
}

function outside({ within }: Contract, { parent }: Around): string | undefined {
  if (!within || within.includes(parent?.name ?? '')) return undefined;
  const expected = anyOf(within.map((name) => `<${name}>`));
  return `${parent ? `in <${parent.name}>` : 'on its own'}: expected it directly in ${expected}`;
}

function sectionInside({ parent, section, block, inSentence }: Around): string | undefined {
  const component = parent?.name ?? section?.component;
  if (component) return `in <${component}>: expected it on its own in the story`;
  if (!block) return undefined;
  return `in ${block}: expected it on its own${inSentence ? ', with an empty line before and after' : ' in the story'}`;
}

function partInSentence({ parent, block, inSentence }: Around): string | undefined {
  if (!inSentence || Array.isArray(parent?.holds)) return undefined;
  const where = block === 'a table' ? block : 'a paragraph';
  return `in ${where}: expected it on its own, with an empty line before and after`;
}
