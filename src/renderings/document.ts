import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Story } from '../stories/story.ts';
import { directionOf } from '../strings/intl.ts';
import { toHtml } from './html.ts';

/** A whole HTML file of a story that is not a page of the site. */
export function toDocument(
  { headline, lang }: Pick<Story, 'headline' | 'lang'>,
  head: ElementContent[],
  body: ElementContent[],
  properties: Record<string, string> = {},
): string {
  const direction = directionOf(lang) === 'rtl' ? { dir: 'rtl' } : {};
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang, ...direction }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
          h('title', headline),
          ...head,
        ]),
        h('body', properties, body),
      ]),
    ],
  };
  return toHtml(root);
}
