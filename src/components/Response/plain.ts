import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { replyInWords } from './response.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ by, status, date }, children, context) => [
  h('p', replyInWords({ by, status, date }, context)),
  ...children,
];

export default plain;
