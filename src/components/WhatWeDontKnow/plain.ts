import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { asOfIn, plainSection } from '../section.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title, asOf }, children, context) => {
  const day = asOfIn(asOf, context);
  return plainSection('whatWeDontKnow', title, [...(day.length ? [h('p', day)] : []), ...children], context);
};

export default plain;
