import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { plainFrom } from '../from.ts';
import { tableOf } from '../table.ts';
import { rowsOf } from './chart.ts';
import type { ChartProps } from './chart.ts';

const plain: PlainForm = ({ title, summary, unit, source, drawn }: ChartProps, _children, context) =>
  h('figure', [
    h('figcaption', [h('p', h('strong', title)), h('p', summary)]),
    tableOf(rowsOf(drawn, unit), context.story.lang, { isPlain: true }),
    h('p', plainFrom(source, context)),
  ]);

export default plain;
