import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { profileOf } from './profile.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ person }, children, context) => {
  const { name, role } = profileOf(person, context);
  return h('li', h('h3', name), ...(role ? [h('p', role)] : []), children);
};

export default plain;
