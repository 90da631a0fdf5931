import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainSection } from '../section.ts';

const plain: PlainForm = (props, children, { strings }) => plainSection('whosWho', props, [h('ul', children)], strings);

export default plain;
