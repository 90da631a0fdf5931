import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ src, alt, credit, rights }, caption, { strings }) => {
  const shown =
    rights === 'no-copies' ? h('p', fill(strings.pictureLeftOut, { picture: alt })) : h('img', { src, alt });
  return h('figure', [shown, h('figcaption', [...caption, ' ', credit])]);
};

export default plain;
