import { h } from 'hastscript';
import { canonicalOf } from '../../metadata/head.ts';
import { toDocument } from '../../renderings/document.ts';
import { countedCopy } from '../../renderings/kit.ts';
import type { Printer } from '../output.ts';

/** With the words in its head that keep it, here and elsewhere, out of search results. */
export const print: Printer = (copy, options, address) => {
  const canonical = canonicalOf(copy.story, address);
  const head = [
    h('meta', { name: 'robots', content: 'noindex' }),
    ...(canonical ? [h('link', { rel: 'canonical', href: canonical })] : []),
  ];
  return toDocument(copy.story, head, [h('article', countedCopy(copy, options).children)]);
};
