import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainFrom } from '../from.ts';
import { tableOf } from '../table.ts';
import { pointsOf, rowsOf } from './chart.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title, summary, unit, source, drawn, ...edit }, _children, context) =>
  h('figure', [
    h('figcaption', [h('p', h('strong', title)), h('p', summary)]),
    tableOf(rowsOf(drawn, unit), context.story.lang, { isPlain: true }),
    ...pointsOf({ drawn, ...edit }, context.story.lang).map((words) => h('p', words)),
    h('p', plainFrom(source, context)),
  ]);

export default plain;
