import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainSection } from '../section.ts';
import { backgroundOf, originOf } from './note.ts';
import type { BackgroundProps } from './note.ts';

const plain: PlainForm = (props: BackgroundProps, children, context) => {
  const { note, content, heading } = backgroundOf(props, context);
  const words = note && content ? [...content, h('p', originOf(note, context))] : children;
  return plainSection('background', { title: heading }, words, context.strings);
};

export default plain;
