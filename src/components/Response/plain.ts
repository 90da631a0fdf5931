import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { wordingOf } from './response.ts';

const plain: PlainForm = (props, children, context) => [h('p', wordingOf(props, context)), ...children];

export default plain;
