import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import { measureOf } from './number.ts';
import type { NumberProps } from './number.ts';

const plain: PlainForm = (props: NumberProps, words, { story, strings }) => {
  const source = story.sources.find(({ id }) => id === props.source);
  return [
    h('dt', words),
    h('dd', measureOf(props), source ? ` (${fill(strings.accordingTo, { source: source.name })})` : ''),
  ];
};

export default plain;
