import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import type { Data } from '../data.ts';
import { plainFrom } from '../from.ts';
import { tableOf } from '../table.ts';

const plain: PlainForm = ({ title, source, rows }: { title: string; source: string; rows?: Data }, children, context) =>
  h('figure', [
    ...(rows ? [tableOf(rows, context.story.lang, { caption: title, isPlain: true })] : children),
    h('figcaption', plainFrom(source, context)),
  ]);

export default plain;
