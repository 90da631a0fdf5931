import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { asOfIn, plainSection } from '../section.ts';

const plain: PlainForm = (props, children, context) => {
  const asOf = asOfIn(props, context);
  return plainSection('whatWeDontKnow', props, [...(asOf.length ? [h('p', asOf)] : []), ...children], context.strings);
};

export default plain;
