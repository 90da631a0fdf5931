import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import type { FigureProps } from './figure.ts';

const plain: PlainForm = ({ src, alt, credit, rights }: FigureProps, caption, { strings }) => {
  const shown =
    rights === 'no-copies' ? h('p', fill(strings.pictureLeftOut, { picture: alt })) : h('img', { src, alt });
  return h('figure', [shown, h('figcaption', [...caption, ' ', credit])]);
};

export default plain;
