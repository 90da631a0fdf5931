import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

/** The definition stands in brackets, where a reader of a copy has nothing to press. */
const plain: PlainForm<typeof contract> = ({ id, again }, words, { story }) => {
  const term = story.terms[id];
  const shown = words.length ? words : [{ type: 'text' as const, value: term?.name ?? id }];
  return again || !term
    ? shown
    : [h('dfn', shown), { type: 'text', value: ` (${term.definition.replace(/[.。]$/, '')})` }];
};

export default plain;
