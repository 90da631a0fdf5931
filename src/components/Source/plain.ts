import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ id }, words, { story }) => {
  const source = story.sources.find((one) => one.id === id);
  if (!source) return words;
  const name = words.length ? words : [{ type: 'text' as const, value: source.name }];
  return source.url ? h('a', { href: source.url }, name) : name;
};

export default plain;
