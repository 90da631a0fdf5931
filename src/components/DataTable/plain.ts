import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainFrom } from '../from.ts';
import { tableOf } from '../table.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title, source, rows }, children, context) =>
  h('figure', [
    ...(rows ? [tableOf(rows, context.story.lang, { caption: title, isPlain: true })] : children),
    h('figcaption', plainFrom(source, context)),
  ]);

export default plain;
