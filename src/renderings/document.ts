import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Story } from '../stories/story.ts';
import { directionOf } from '../strings/intl.ts';
import { toHtml } from './html.ts';

/**
 * A whole HTML file of a story that no layout draws.
 *
 * @param style declarations of its body.
 * @param policy what it may run and load, as a content security policy; no script unless said.
 */
export function toDocument(
  { headline, lang }: Pick<Story, 'headline' | 'lang'>,
  head: ElementContent[],
  body: ElementContent[],
  { style, policy = "script-src 'none';object-src 'none'" }: { style?: string; policy?: string } = {},
): string {
  const direction = directionOf(lang) === 'rtl' ? { dir: 'rtl' } : {};
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang, ...direction }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'content-security-policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
          h('title', headline),
          ...head,
        ]),
        h('body', { style }, body),
      ]),
    ],
  };
  return toHtml(root);
}
