import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ of, source: id }, children, { story, strings }) => {
  const source = story.sources.find((one) => one.id === id);
  return [h('h3', of), ...children, ...(source ? [h('p', fill(strings.accordingTo, { source: source.name }))] : [])];
};

export default plain;
