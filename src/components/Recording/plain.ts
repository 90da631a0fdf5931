import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { recordingInWords } from './recording.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ type, url, title, length }, transcript, { strings }) => {
  const { link, details } = recordingInWords({ type, url, title, length }, strings);
  return [
    h('p', [h('a', { href: url }, link), ` (${details})`]),
    h('p', h('strong', strings.transcript)),
    h('blockquote', transcript),
  ];
};

export default plain;
