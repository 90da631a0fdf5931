import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import { measureOf } from './number.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ value, unit, source: id }, words, { story, strings }) => {
  const source = story.sources.find((one) => one.id === id);
  return [
    h('dt', words),
    h('dd', measureOf(value, unit), source ? ` (${fill(strings.accordingTo, { source: source.name })})` : ''),
  ];
};

export default plain;
