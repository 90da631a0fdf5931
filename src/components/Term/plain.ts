import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type { TermProps } from './term.ts';

/** The definition stands in brackets, where a reader of a copy has nothing to press. */
const plain: PlainForm = ({ id, again }: TermProps, words, { story }) => {
  const term = story.terms[id];
  const shown = words.length ? words : [{ type: 'text' as const, value: term?.name ?? id }];
  return again || !term
    ? shown
    : [h('dfn', shown), { type: 'text', value: ` (${term.definition.replace(/[.。]$/, '')})` }];
};

export default plain;
