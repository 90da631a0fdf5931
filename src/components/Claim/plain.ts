import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type { ClaimProps } from './claim.ts';

const plain: PlainForm = ({ status, source: id }: ClaimProps, children, { story, strings }) => {
  const source = story.sources.find((one) => one.id === id);
  return [h('p', h('strong', strings.claims[status]), source ? `, ${strings.accordingTo} ${source.name}:` : ':'), h('blockquote', children)];
};

export default plain;
