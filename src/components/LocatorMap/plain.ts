import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import { mapInWords } from './draw.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title, map }, _children, context) =>
  h('figure', [
    h('figcaption', h('strong', title)),
    h('p', fill(context.strings.sentence, { words: mapInWords(map, context) })),
    h('p', fill(context.strings.boundaries, { name: 'Natural Earth' })),
  ]);

export default plain;
