import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainSection } from '../section.ts';
import { backgroundOf, originOf } from './note.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title, use }, children, context) => {
  const { note, content, heading } = backgroundOf(title, use, context);
  const words = note && content ? [...content, h('p', originOf(note, context))] : children;
  return plainSection('background', heading, words, context);
};

export default plain;
