import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';

const plain: PlainForm = ({ of, source: id }: { of: string; source?: string }, children, { story, strings }) => {
  const source = story.sources.find((one) => one.id === id);
  return [h('h3', of), ...children, ...(source ? [h('p', fill(strings.accordingTo, { source: source.name }))] : [])];
};

export default plain;
