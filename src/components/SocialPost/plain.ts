import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { postOf } from './post.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ source: id }, children, context) => {
  const { source, author, date } = postOf(id, context);
  const names = [...new Set([author, source?.name, date?.words])]
    .filter((one) => one !== undefined)
    .join(context.strings.comma);
  const caption = source?.url ? h('a', { href: source.url }, names) : names;
  return h('figure', h('figcaption', caption), h('blockquote', children));
};

export default plain;
