import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title }, figures) => [h('p', h('strong', title)), ...figures];

export default plain;
