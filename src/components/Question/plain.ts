import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';

const plain: PlainForm = ({ ask }: { ask: string }, children) => [h('h3', ask), ...children];

export default plain;
