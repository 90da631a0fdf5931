import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainSection } from '../section.ts';

const plain: PlainForm = (props, children, { strings }) => plainSection('Timeline', props, [h('ol', children)], strings);

export default plain;
