import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainSection } from '../section.ts';

const plain: PlainForm = (props, children, { strings }) =>
  plainSection('inNumbers', props, [h('dl', children)], strings);

export default plain;
