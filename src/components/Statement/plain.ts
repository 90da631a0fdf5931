import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { originalOf, statementOf } from './statement.ts';
import type { StatementProps } from './statement.ts';

const plain: PlainForm = (props: StatementProps, children, context) => {
  const { speaker, role, provenance, source, date } = statementOf(props, context);
  const from = provenance.map(({ text, name }) => (name && source ? `${text}${source.name}` : text)).join('');
  return h('figure', [
    h('figcaption', h('strong', speaker), role ? context.strings.comma + role : ''),
    ...(props.quote ? [h('blockquote', children)] : children),
    ...originalOf(props, context),
    h('p', from, ...(date ? [context.strings.comma, h('time', { dateTime: date.iso }, date.words)] : [])),
  ]);
};

export default plain;
