import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { originalOf, statementOf } from './statement.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = (
  { by, source: id, date: day, on, quote, original, lang },
  children,
  context,
) => {
  const said = { by, source: id, date: day, on, quote, original };
  const { speaker, role, provenance, source, date } = statementOf(said, context);
  const from = provenance.map(({ text, name }) => (name && source ? `${text}${source.name}` : text)).join('');
  return h('figure', [
    h('figcaption', h('strong', speaker), role ? context.strings.comma + role : ''),
    ...(quote ? [h('blockquote', children)] : children),
    ...originalOf(original, lang, context),
    h('p', from, ...(date ? [context.strings.comma, h('time', { dateTime: date.iso }, date.words)] : [])),
  ]);
};

export default plain;
