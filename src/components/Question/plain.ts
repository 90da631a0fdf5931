import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ ask }, children) => [h('h3', ask), ...children];

export default plain;
