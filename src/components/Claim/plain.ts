import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ status, source: id }, children, { story, strings }) => {
  const source = story.sources.find((one) => one.id === id);
  return [
    h('p', h('strong', strings.claim)),
    h('blockquote', children),
    h(
      'p',
      h('strong', strings.claims[status]),
      source ? `${strings.comma}${fill(strings.accordingTo, { source: source.name })}` : '',
    ),
  ];
};

export default plain;
